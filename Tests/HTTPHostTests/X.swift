#if HTTPHost
    import HummingbirdTesting
#endif
