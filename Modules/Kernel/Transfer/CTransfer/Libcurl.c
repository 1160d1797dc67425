#include "Libcurl.h"

#include <dlfcn.h>

Libcurl libcurl;

#ifdef __APPLE__
static const char *const library_name = "libcurl.4.dylib";
#else
static const char *const library_name = "libcurl.so.4";
#endif

_Bool libcurl_load(void) {
    void *library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
#define FIND(field, name)                                                                                              \
    libcurl.field = (__typeof__(libcurl.field))dlsym(library, name);                                                   \
    if (!libcurl.field) return 0;
    FIND(global_init, "curl_global_init")
    FIND(easy_init, "curl_easy_init")
    FIND(setopt, "curl_easy_setopt")
    FIND(perform, "curl_easy_perform")
    FIND(getinfo, "curl_easy_getinfo")
    FIND(cleanup, "curl_easy_cleanup")
    FIND(slist_append, "curl_slist_append")
    FIND(slist_free_all, "curl_slist_free_all")
    return 1;
}
