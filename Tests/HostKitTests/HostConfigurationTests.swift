import HostKit
import PluginKit
import Testing

@Suite struct HostConfigurationTests {
    @Test(arguments: [
        ([:], Language.zhHans), (["LANG": "C.UTF-8"], .zhHans), (["LANG": "en_GB.UTF-8"], .en), (["LANG": "zh_CN.UTF-8"], .zhHans),
        (["LC_ALL": "en_US", "LANG": "zh_CN"], .en), (["LC_MESSAGES": "en_US", "LANG": "zh_CN"], .en),
        (["XUNCHA_LANG": "zh", "LC_ALL": "en_US"], .zhHans), (["XUNCHA_LANG": "", "LC_ALL": "en_US"], .en),
    ] as [([String: String], Language)])
    func languageComesFromTheEnvironment(_ environment: [String: String], _ language: Language) {
        #expect(HostConfiguration(environment: environment).language == language)
    }

    @Test(arguments: [
        (nil, ["HOME": "/h"], "/h/.local/share/xuncha/xuncha.sqlite"),
        (nil, ["HOME": "/h", "XDG_DATA_HOME": "/d"], "/d/xuncha/xuncha.sqlite"),
        (nil, ["HOME": "/h", "XUNCHA_DATABASE": "/x.sqlite"], "/x.sqlite"),
        ("/y.sqlite", ["XUNCHA_DATABASE": "/x.sqlite"], "/y.sqlite"),
    ] as [(String?, [String: String], String)])
    func databaseComesFromTheOptionThenTheEnvironment(_ option: String?, _ environment: [String: String], _ path: String) {
        #if os(Linux)
            #expect(HostConfiguration(database: option, environment: environment).database == path)
        #endif
    }

    @Test func languagesAreNamed() throws {
        #expect(try Language(named: "zh_CN") == .zhHans)
        #expect(try Language(named: "EN") == .en)
        #expect(faults { _ = try Language(named: "fr") } == ["lang:choice"])
    }
}
