#if HTTPHost
    import CZlib
    import Hummingbird
    import HummingbirdTLS
#endif
