#ifndef CTRANSFER_H
#define CTRANSFER_H

#include <stddef.h>

// libcurl sets its options through a variadic function, which Swift cannot call. These are the few that we set.

/// What Swift is asked during a transfer.
typedef struct {
    /// Handed back with every call.
    void *context;
    /// Takes some bytes of the body; false ends the transfer.
    _Bool (*receive)(void *context, const unsigned char *bytes, size_t count);
    /// Whether a connection to this address may be opened: 4 bytes of IPv4 or 16 of IPv6, as they are about to be connected to.
    _Bool (*admits)(void *context, const unsigned char *address, size_t count);
} CTransferHooks;

/// One request. Texts must stay until the call returns.
typedef struct {
    const char *url;
    /// Schemes that may be used, `https` or `https,http`.
    const char *schemes;
    /// A whole header line, or NULL.
    const char *authorisation;
    /// A file of certificates to trust in place of the system's, or NULL.
    const char *certificates;
    long connectMilliseconds;
    long totalMilliseconds;
    long long mostBytes;
} CTransferRequest;

/// What came back.
typedef struct {
    /// libcurl's own code, 0 when all went well.
    int code;
    long status;
    /// Seconds the server asks to wait, 0 when it does not.
    long long retryAfter;
    /// Where the server sends us, absolute; empty when it does not. The query is part of it.
    char redirect[4096];
    char type[256];
} CTransferResult;

/// Once for the process; 0 when libcurl is ready, -1 when it is not on this machine.
int ctransfer_prepare(void);

/// Makes one request and follows no redirect. Nothing is read from files of the user, no proxy and no other protocol is used.
CTransferResult ctransfer_perform(const CTransferRequest *request, const CTransferHooks *hooks);

#endif
