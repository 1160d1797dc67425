#include "CTransfer.h"

#include "Libcurl.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int ctransfer_prepare(void) { return libcurl_load() ? (int)libcurl.global_init(CURL_GLOBAL_DEFAULT) : -1; }

static size_t receive(char *bytes, size_t size, size_t count, void *context) {
    const CTransferHooks *hooks = context;
    size_t total = size * count;
    return hooks->receive(hooks->context, (const unsigned char *)bytes, total) ? total : 0;
}

// Asked when the socket is opened, with the very address that will be connected to, so that a name cannot lead elsewhere between a
// check and the connection.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    const CTransferHooks *hooks = context;
    _Bool admitted = 0;
    if (purpose == CURLSOCKTYPE_IPCXN && address->family == AF_INET) {
        const struct sockaddr_in *to = (const struct sockaddr_in *)&address->addr;
        admitted = hooks->admits(hooks->context, (const unsigned char *)&to->sin_addr, 4);
    } else if (purpose == CURLSOCKTYPE_IPCXN && address->family == AF_INET6) {
        const struct sockaddr_in6 *to = (const struct sockaddr_in6 *)&address->addr;
        admitted = hooks->admits(hooks->context, (const unsigned char *)&to->sin6_addr, 16);
    }
    if (!admitted) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static void configure(CURL *curl, const CTransferRequest *request, const CTransferHooks *hooks, struct curl_slist *headers) {
    libcurl.setopt(curl, CURLOPT_URL, request->url);
    libcurl.setopt(curl, CURLOPT_PROTOCOLS_STR, request->schemes);
    libcurl.setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    libcurl.setopt(curl, CURLOPT_NOSIGNAL, 1L);
    libcurl.setopt(curl, CURLOPT_PROXY, "");
    libcurl.setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    libcurl.setopt(curl, CURLOPT_USERAGENT, "xuncha");
    libcurl.setopt(curl, CURLOPT_HTTPHEADER, headers);
    libcurl.setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, request->connectMilliseconds);
    libcurl.setopt(curl, CURLOPT_TIMEOUT_MS, request->totalMilliseconds);
    libcurl.setopt(curl, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->mostBytes);
    libcurl.setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    libcurl.setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    libcurl.setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (request->certificates) libcurl.setopt(curl, CURLOPT_CAINFO, request->certificates);
    libcurl.setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    libcurl.setopt(curl, CURLOPT_WRITEDATA, (void *)hooks);
    libcurl.setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    libcurl.setopt(curl, CURLOPT_OPENSOCKETDATA, (void *)hooks);
}

static void keep(char *place, size_t size, const char *text) { snprintf(place, size, "%s", text ? text : ""); }

CTransferResult ctransfer_perform(const CTransferRequest *request, const CTransferHooks *hooks) {
    CTransferResult result;
    memset(&result, 0, sizeof result);
    CURL *curl = libcurl.easy_init();
    if (!curl) {
        result.code = CURLE_FAILED_INIT;
        return result;
    }
    struct curl_slist *headers = request->authorisation ? libcurl.slist_append(NULL, request->authorisation) : NULL;
    configure(curl, request, hooks, headers);
    result.code = (int)libcurl.perform(curl);
    char *redirect = NULL, *type = NULL;
    curl_off_t wait = 0;
    libcurl.getinfo(curl, CURLINFO_RESPONSE_CODE, &result.status);
    libcurl.getinfo(curl, CURLINFO_REDIRECT_URL, &redirect);
    libcurl.getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
    libcurl.getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
    // An address that does not fit is left out rather than cut: the caller then knows of no redirect and reports the status.
    if (redirect && strlen(redirect) < sizeof result.redirect) keep(result.redirect, sizeof result.redirect, redirect);
    keep(result.type, sizeof result.type, type);
    result.retryAfter = (long long)wait;
    libcurl.slist_free_all(headers);
    libcurl.cleanup(curl);
    return result;
}
