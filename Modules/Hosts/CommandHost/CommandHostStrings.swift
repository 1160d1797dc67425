import PluginKit

/// The words of the command line.
let commandHostStrings = StringTable(
    plugin: "host",
    """
    host.program = 巡察工作管理系统 || Management of district inspection work
    host.program.help = 每条命令都有 --help；规则编号可用 rule explain 查看。 || Every command has --help; rule ids are explained by rule explain.
    host.nextPage = 还有更多，下一页请加：--after {after} || There is more; for the next page add: --after {after}
    host.excerpt = 还有 {count} 处没有列出；加 --format csv 全部显示，退回的行可用 --rejects 存成文件。 || {count} more are not shown; --format csv shows all, and --rejects keeps the rows handed back in a file.
    host.noRows = 没有记录。 || No records.
    host.documentNotStored = 产生了文件，但没有指定保存位置，未保存。 || A file was made, but no place was named for it; it was not stored.
    host.reactionFailed = 已保存，但后续处理“{reaction}”未完成，将再次尝试：{cause} \
    || Saved, but the follow-up "{reaction}" is not done yet and will be tried again: {cause}
    host.verbose = {product}，数据库 {database}，用时 {elapsed} 毫秒 || {product}, database {database}, {elapsed} ms
    field.format = 输出格式 || output format
    field.format.help = 默认 table || table if not given
    field.lang = 语言 || language
    field.lang.help = 默认取自环境变量，其次为中文 || from the environment if not given, otherwise Chinese
    field.database = 数据库文件 || database file
    field.database.help = 默认取自 XUNCHA_DATABASE || from XUNCHA_DATABASE if not given
    field.as = 账号 || account
    field.as.help = 以哪个账号办理 || the account that acts
    field.json = JSON 输入 || JSON input
    field.json.help = 全部填写项从文件读取（- 为标准输入），不再需要其他选项 || reads the whole input from a file (- for standard input); no other option is needed
    field.verbose = 详细 || verbose
    field.verbose.help = 显示更多细节 || shows more details
    field.force = 覆盖 || force
    field.force.help = 允许覆盖已有的输出文件 || lets an existing output file be replaced
    outputFormat.table = 表格 || table
    outputFormat.json = JSON || JSON
    outputFormat.csv = CSV || CSV
    language.zh-Hans = 中文 || Chinese
    language.en = 英文 || English
    # --- words that make no sense -----------------------------------------------------------------------------------------
    E-VAL.refusal.command = 没有命令“{typed}” || there is no command "{typed}"
    E-VAL.refusal.commandNear = 没有命令“{typed}”，您是否要：{nearest} || there is no command "{typed}"; did you mean: {nearest}
    E-VAL.refusal.option = 没有选项“{typed}” || there is no option "{typed}"
    E-VAL.refusal.optionNear = 没有选项“{typed}”，您是否要：{nearest} || there is no option "{typed}"; did you mean: {nearest}
    E-VAL.refusal.optionValue = 选项 {option} 后面缺少内容 || the option {option} needs a value
    E-VAL.refusal.flagValue = 选项 {option} 后面不带内容 || the option {option} takes no value
    E-VAL.refusal.extraWord = 多余的内容“{typed}” || "{typed}" is too much
    E-VAL.refusal.words = 命令写法有误：{reason} || the words make no sense: {reason}
    E-VAL.refusal.shell = 不支持“{value}”的补全，可选 bash、zsh、fish || no completion for the shell "{value}"; there is bash, zsh and fish
    E-VAL.refusal.jsonAlone = 使用 --json 时不能再写其他填写项 || cannot be combined with other fields
    E-VAL.refusal.confirmation = 会替换现有数据库，需要确认 || replaces the present database and must be confirmed
    E-FILE-EXISTS.refusal.force = 文件“{path}”已经存在，覆盖请加 --force || the file "{path}" exists already; add --force to replace it
    E-FILE-EXISTS.refusal.own = “{path}”是数据库、其日志或密钥，任何时候都不覆盖 || "{path}" is the database, its journal or the key, which nothing replaces
    E-FILE-ABSENT.refusal.folder = 文件夹“{path}”不存在 || the folder "{path}" does not exist
    E-FILE-READONLY.refusal.folder = 文件夹“{path}”不可写 || the folder "{path}" cannot be written
    # --- the host's own commands ------------------------------------------------------------------------------------------
    init = 新建数据库 || make a database
    init.help = 为一个区建立新的数据库，不覆盖已有文件 || makes the database of a district; an existing file is never replaced
    init.example = xuncha init --jurisdiction 示范区 || xuncha init --jurisdiction "Model District"
    init.jurisdiction = 区名 || district
    init.jurisdiction.help = 巡察所在区的名称 || name of the district whose committee inspects
    init.done = 已为“{jurisdiction}”建立数据库 {path}。下一步：xuncha --help || The database of "{jurisdiction}" is ready at {path}. Next: xuncha --help
    backup = 备份 || backups
    backup.help = 建立、核验和恢复备份 || make, verify and restore backups
    backup.create = 建立备份 || make a backup
    backup.create.help = 使用中也可备份；核验通过后才使用正式文件名 || works while the database is in use; the copy gets its name only after it verified
    backup.create.example = xuncha backup create --out xuncha-backup.sqlite || xuncha backup create --out xuncha-backup.sqlite
    backup.create.out = 备份文件 || backup file
    backup.create.out.help = 新备份的路径，不得已存在 || where the new backup goes; must not exist
    backup.create.done = 备份完成并已核验：{path} || The backup is made and verified: {path}
    backup.verify = 核验备份 || verify a backup
    backup.verify.help = 检查数据页、外键和审计链，不作任何改动 || checks pages, foreign keys and the audit chain; changes nothing
    backup.verify.example = xuncha backup verify xuncha-backup.sqlite || xuncha backup verify xuncha-backup.sqlite
    backup.verify.file = 备份文件 || backup file
    backup.verify.file.help = 要核验的备份 || the backup to verify
    backup.verify.sound = 备份完好：{path} || The backup is sound: {path}
    backup.restore = 恢复备份 || restore a backup
    backup.restore.help = 核验后替换当前数据库，原文件改名保留 || verifies the backup and puts it in place; the present file is kept under another name
    backup.restore.example = xuncha backup restore xuncha-backup.sqlite --yes || xuncha backup restore xuncha-backup.sqlite --yes
    backup.restore.file = 备份文件 || backup file
    backup.restore.file.help = 要恢复的备份 || the backup to restore
    backup.restore.yes = 确认 || yes
    backup.restore.yes.help = 不再询问，直接替换 || replaces without asking
    backup.restore.question = 用“{backup}”替换当前数据库 {path} 吗？ || Replace the present database {path} with "{backup}"?
    backup.restore.done = 已恢复到 {path}。 || Restored to {path}.
    backup.restore.kept = 已恢复到 {path}；原文件保留为 {kept}。 || Restored to {path}; the file that was there is kept as {kept}.
    plugin = 插件 || plugins
    plugin.help = 本程序由哪些插件组成 || what this program is made of
    plugin.list = 列出插件 || list the plugins
    plugin.list.help = 按加载顺序列出插件及其版本 || the plugins and their versions, in load order
    plugin.check = 检查插件 || check the plugins
    plugin.check.help = 全面检查，包括文字和引用；每个问题一行 || checks everything, words and references included; one line for each fault
    plugin.check.sound = {count} 个插件全部正常。 || All {count} plugins are sound.
    column.backupPath = 文件 || file
    column.backupBytes = 字节 || bytes
    column.plugin = 插件 || plugin
    column.pluginVersion = 版本 || version
    column.pluginRequires = 依赖 || requires
    column.pluginCapabilities = 能力 || capabilities
    """)
