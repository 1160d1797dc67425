#ifndef LIBCURL_H
#define LIBCURL_H

#include <curl/curl.h>

// libcurl is loaded at the first transfer: it brings thirty libraries with it, which would cost every command a fifth of its start.

/// The functions of libcurl that we use.
typedef struct {
    CURLcode (*global_init)(long flags);
    CURL *(*easy_init)(void);
    CURLcode (*setopt)(CURL *curl, CURLoption option, ...);
    CURLcode (*perform)(CURL *curl);
    CURLcode (*getinfo)(CURL *curl, CURLINFO info, ...);
    void (*cleanup)(CURL *curl);
    struct curl_slist *(*slist_append)(struct curl_slist *list, const char *text);
    void (*slist_free_all)(struct curl_slist *list);
} Libcurl;

extern Libcurl libcurl;

/// Fills in all functions; false where the library is not on this machine. For one thread at a time.
_Bool libcurl_load(void);

#endif
