import CLibcurl

/// What libcurl's code means for us: a word for the message, and whether it may be over at the next attempt.
struct Trouble: Sendable, Hashable {
    let word: String
    let isPassing: Bool

    init(_ code: Int32) {
        guard code >= 0 else {
            (word, isPassing) = ("library", false)
            return
        }
        switch CURLcode(rawValue: UInt32(bitPattern: code)) {
        case CURLE_COULDNT_RESOLVE_HOST: (word, isPassing) = ("unresolved", true)
        case CURLE_COULDNT_CONNECT: (word, isPassing) = ("unreachable", true)
        case CURLE_OPERATION_TIMEDOUT: (word, isPassing) = ("timeout", true)
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2_STREAM:
            (word, isPassing) = ("cut", true)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
            (word, isPassing) = ("certificate", false)
        default: (word, isPassing) = ("other", false)
        }
    }
}
