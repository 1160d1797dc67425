import PluginKit

/// The words of tables and imports.
enum InterchangeStrings {
    static let table = StringTable(
        plugin: "interchange",
        """
        R-LOG-04.rule = 导入文件可用 UTF-8（含 BOM）、UTF-16（含 BOM）或 GBK/GB18030 编码；无法识别的，拒绝导入并指出字节位置 || Files may be UTF-8 (with or without BOM), UTF-16 with BOM, or GBK/GB18030; a file that cannot be read is refused with the byte position
        R-LOG-04.refusal = 文件第 {position} 个字节（十六进制 {byte}）按 {encoding} 无法识别 || Byte {position} of the file (hex {byte}) cannot be read as {encoding}
        R-LOG-04.refusal.binary = 文件第 {position} 个字节为空字符，不是文本文件 || Byte {position} of the file is zero: this is not a text file
        R-LOG-04.refusal.noConverter = 本机缺少 {encoding} 编码转换支持，无法读取 || This machine cannot convert text from {encoding}
        R-LOG-04.remedy = 请用表格软件打开原文件，另存为“CSV UTF-8（逗号分隔）”后重新导入 || Open the file in a spreadsheet program, save it as "CSV UTF-8" and import it again

        E-VAL.refusal.tableBytes = 文件大小 {bytes} 字节，超过上限 {limit} 字节 || The file has {bytes} bytes; the limit is {limit}
        E-VAL.refusal.tableRows = 表格行数超过上限 {limit} 行 || The table has more than {limit} rows
        E-VAL.refusal.tableCells = 表格单元格总数超过上限 {limit} 个 || The table has more than {limit} cells
        E-VAL.refusal.tableColumns = 第 {row} 行的列数超过上限 {limit} 列 || Row {row} has more than {limit} columns
        E-VAL.refusal.tableCell = 第 {row} 行第 {column} 列的内容超过上限 {limit} 个字符 || The cell in row {row}, column {column} has more than {limit} characters
        E-VAL.refusal.tableQuoteOpen = 第 {row} 行第 {column} 列的双引号没有配对 || The quote in row {row}, column {column} is never closed
        E-VAL.refusal.tableQuoteTail = 第 {row} 行第 {column} 列的双引号之后还有内容 || There is text after the closing quote in row {row}, column {column}
        E-VAL.refusal.tableIsWorkbook = 这是电子表格文件，不是 CSV 文件；请按 .xlsx 导入，或另存为 CSV || This is a workbook, not a CSV file; import it as .xlsx or save it as CSV
        E-VAL.refusal.tableFormat = 不支持文件“{file}”的格式；可用格式：{known} || The format of "{file}" is not supported; supported: {known}
        E-VAL.refusal.tableColumnMissing = 缺少必需的列“{column}” || The required column "{column}" is missing
        E-VAL.refusal.tableColumnTwice = 有多列对应同一项“{column}”：{found} || Several columns stand for "{column}": {found}
        E-VAL.refusal.jsonBytes = 数据大小 {bytes} 字节，超过上限 {limit} 字节 || The data has {bytes} bytes; the limit is {limit}
        E-VAL.refusal.jsonDepth = 数据嵌套超过 {limit} 层（第 {position} 个字节处） || The data is nested deeper than {limit} levels (at byte {position})

        interchange.row.outsideHeader = 内容超出表头范围，请检查是否多了分隔逗号 || The cell lies outside the header; is there a comma too many?
        interchange.rejects.row = 行号 || row
        interchange.rejects.column = 列 || column
        interchange.rejects.value = 值 || value
        interchange.rejects.reason = 原因 || reason

        interchange.cell.missing = 必填项为空 || a required value is missing
        interchange.cell.rewritten = 已规范为“{value}” || written as "{value}"
        interchange.cell.notMonth = “{text}”不是年月，应写作 1980.01 || "{text}" is not a month; write 1980.01
        interchange.cell.notDate = “{text}”不是日期，应写作 1980-01-15 || "{text}" is not a date; write 1980-01-15
        interchange.cell.notPeriod = “{text}”不是起止年月，应写作 2004.06-2006.12 或 2019.12-至今 || "{text}" is not a period; write 2004.06-2006.12 or 2019.12-至今
        interchange.cell.periodReversed = “{text}”的结束时间早于开始时间 || "{text}" ends before it starts
        interchange.cell.monthMissing = “{text}”缺少月份，应写作 1980.01 || "{text}" has no month; write 1980.01
        interchange.cell.dayMissing = “{text}”缺少日，应写作 1980-01-15 || "{text}" has no day; write 1980-01-15
        interchange.cell.noSuchMonth = “{text}”中的月份“{month}”不存在，月份应为 01 至 12 || month "{month}" in "{text}" does not exist; months are 01 to 12
        interchange.cell.noSuchDay = “{text}”中的日期不存在 || the day in "{text}" does not exist
        interchange.cell.noSuchYear = “{text}”中的年份应在 1900 至 2999 之间 || the year in "{text}" must be between 1900 and 2999
        interchange.cell.twoDigitYear = “{text}”的年份只有两位，请确认四位年份 || "{text}" has a two-digit year; please confirm the four digits
        interchange.cell.lostZero = “{text}”可能是 {year}.01，也可能是丢了末位零的 {year}.10，请确认 || "{text}" may be {year}.01, or {year}.10 without its last zero; please confirm
        interchange.cell.serialNumber = “{text}”像是表格软件的日期序号，相当于 {value}，请确认 || "{text}" looks like a spreadsheet's serial number for {value}; please confirm
        interchange.cell.future = “{text}”晚于 {limit} || "{text}" lies after {limit}
        interchange.cell.notPhone = “{text}”不是电话号码 || "{text}" is not a telephone number
        interchange.cell.phoneLength = “{text}”有 {count} 位数字，与手机或固定电话的位数不符，请确认 || "{text}" has {count} digits, which no mobile or line number has; please confirm
        interchange.cell.digitsLost = “{text}”是科学计数法，已丢失位数，请补填完整数字 || "{text}" is in scientific notation and has lost digits; enter the whole number
        interchange.cell.formula = “{text}”像是公式，不能作为姓名 || "{text}" looks like a formula and cannot be a name
        interchange.cell.nameRemark = “{text}”带有括注，姓名是否为“{value}”，请确认 || "{text}" has a remark in brackets; is the name "{value}"?
        interchange.cell.notName = “{text}”含有姓名中不应有的字符 || "{text}" holds characters that no name has
        interchange.cell.notInList = “{text}”不在可选范围（{words}）内，请确认 || "{text}" is none of {words}; please confirm
        interchange.cell.notNumber = “{text}”不是数字 || "{text}" is not a number
        interchange.cell.tooManyPlaces = “{text}”的小数超过 {places} 位，或数值过大 || "{text}" has more than {places} decimal places, or is too large
        """)
}
