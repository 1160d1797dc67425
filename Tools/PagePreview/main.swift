import Foundation
import HostKit
import Operations
import PageKit
import PluginKit
import StandardPlugins

/// Writes pages of an office's file as HTML files, to be looked at without a server:
///
///     PagePreview DATABASE FOLDER [ACCOUNT PATH ...]
///
/// Without pages named, a fixed tour of the demo district is written, in several looks.
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
    FileHandle.standardError.write(Data("usage: PagePreview DATABASE FOLDER [ACCOUNT PATH ...]\n".utf8))
    exit(2)
}
let preview = try Preview(database: arguments[0], folder: arguments[1])
let named = stride(from: 2, to: arguments.count - 1, by: 2).map { (arguments[$0], arguments[$0 + 1]) }
try preview.write(named.isEmpty ? Tour.pages : named)
