import PluginKit

enum DemoStrings {
    static let table = StringTable(
        plugin: "demo",
        """
        demo = 演示 || demo
        demo.help = 在示例区上把主要工作从空文件做到台账导出，逐步说明 || does the main job on the sample district, from an empty file to the exported ledger, step by step
        demo.data = 示例数据 || sample data
        demo.data.help = 示例数据文件夹，默认自动查找 SampleData || folder of the sample data; SampleData is looked for if not given
        demo.out = 输出文件夹 || output folder
        demo.out.help = 台账和备份存放处，默认与数据库同一文件夹 || folder for ledgers and backup; that of the database if not given
        demo.init = 已建立空文件，管理账号为 office || an empty file with the account office
        demo.refused = 按规则拒绝：{reason} || refused by rule: {reason}
        demo.reject = 第 {row} 行，{column}“{value}”：{fault} || row {row}, {column} "{value}": {fault}
        demo.issued = 清单项目 {items} 项，与下发问题 {findings} 个一致，表述逐字相同 || {items} items for {findings} issued findings, worded the same to the letter
        demo.planned = 25 项均已填写整改目标、措施、责任领导、责任部门和时限 || all {count} items have goal, measure, leader, department and date
        demo.closed = {count} 项经提交、核查、销号，由三人分别办理 || {count} items submitted, checked and written off by three different people
        demo.figures = 发现问题 {issued} 个，完成整改 {closed} 个，整改完成率 {rate}%（公开通报：25、19、76.00%） || {issued} findings, {closed} closed, rate {rate}% (published: 25, 19, 76.00%)
        demo.exported = 已导出 {file}，{bytes} 字节 || exported {file}, {bytes} bytes
        demo.backup = 备份已建立并核验：{file}，审计 {count} 条 || backup made and verified: {file}, {count} audit rows
        demo.done = 演示完成：{steps} 步。文件：{database}。接着可试：xuncha --database {database} ledger list || Done in {steps} steps. File: {database}. Try next: xuncha --database {database} ledger list
        column.commandLine = 命令 || command
        column.result = 结果 || result
        E-NOTFOUND.refusal.sampleData = 找不到示例数据 {path} || there is no sample data at {path}
        E-INTEGRITY.refusal.demoNotRefused = {name} 本应被拒绝 || {name} should have been refused
        E-INTEGRITY.refusal.demoFigures = 数字与公开通报不符：{figures} || the figures differ from the published ones: {figures}
        """)
}
