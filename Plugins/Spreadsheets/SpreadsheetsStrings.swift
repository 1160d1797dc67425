#if Spreadsheets
    import PluginKit

    /// The words of workbooks.
    enum SpreadsheetsStrings {
        static let table = StringTable(
            plugin: "spreadsheets",
            """
            E-VAL.refusal.workbookOld = 这是 .xls 旧格式或加密的工作簿；请去除密码，另存为 .xlsx 后导入 || This is an old .xls workbook or an encrypted one; remove the password, save it as .xlsx and import it again
            E-VAL.refusal.workbookDamaged = 工作簿无法读取（{part}）：文件不完整，或不是 .xlsx 工作簿 || The workbook cannot be read ({part}): it is incomplete or no .xlsx workbook
            E-VAL.refusal.workbookEncrypted = 工作簿的“{part}”已加密，请去除密码后导入 || Part "{part}" of the workbook is encrypted; remove the password first
            E-VAL.refusal.workbookParts = 工作簿内含 {count} 个部件，超过上限 {limit} 个 || The workbook has {count} parts; the limit is {limit}
            E-VAL.refusal.workbookPart = 工作簿的“{part}”展开后超过上限 {limit} 字节 || Part "{part}" of the workbook unpacks to more than {limit} bytes
            E-VAL.refusal.workbookTotal = 工作簿展开后总大小超过上限 {limit} 字节 || The workbook unpacks to more than {limit} bytes
            E-VAL.refusal.workbookRatio = 工作簿的“{part}”压缩比超过 {limit} 倍，疑似恶意文件，未读取 || Part "{part}" of the workbook unpacks to more than {limit} times its size; it looks malicious and was not read
            E-VAL.refusal.workbookEntities = 工作簿的“{part}”含有文档类型声明，疑似恶意文件，未读取 || Part "{part}" of the workbook declares a document type; it looks malicious and was not read
            E-VAL.refusal.workbookDepth = 工作簿的“{part}”嵌套超过 {limit} 层 || Part "{part}" of the workbook is nested deeper than {limit} levels
            E-VAL.refusal.workbookStrings = 工作簿的不同文本超过上限 {limit} 条 || The workbook has more than {limit} different texts
            E-VAL.refusal.workbookNoSheet = 工作簿中没有可见的工作表 || The workbook has no visible sheet
            E-VAL.refusal.workbookSheet = 没有名为“{sheet}”的工作表；现有：{known} || There is no sheet "{sheet}"; there are: {known}
            E-VAL.refusal.workbookWrite = 无法写出工作簿：{reason} || The workbook could not be written: {reason}

            spreadsheets.cell.formulaWithoutValue = 公式“{formula}”没有保存计算结果，请用表格软件打开并保存后重新导入 || the formula "{formula}" was saved without its value; open and save the file in a spreadsheet program and import it again
            spreadsheets.cell.error = 单元格显示错误值“{value}” || the cell shows the error "{value}"
            spreadsheets.cell.digitsLost = 数字超过 15 位，表格软件已丢失末尾数字；请改为文本格式重新录入 || the number has more than 15 digits and the spreadsheet lost the last ones; enter it as text
            spreadsheets.cell.noSuchDate = 日期序号“{value}”没有对应的日期 || no date belongs to the serial number "{value}"
            spreadsheets.cell.notNumber = 数字单元格中的“{value}”不是数字 || "{value}" in a number cell is no number
            """)
    }
#endif
