import HostKit
import Operations
import PluginKit

/// Shows an answer in the format the person asked for. In JSON and CSV the sentences go to the error output, so that a program
/// reads nothing but data.
struct AnswerView {
    let console: Console
    let text: ValueText
    let format: OutputFormat
    /// The standard output is taken by a document: everything else goes to the error output.
    var isAside = false

    func show(_ answer: Answer) {
        let sentences = sentences(answer).map { $0 + "\n" }.joined()
        let body = body(answer)
        if isAside {
            console.writeError(body + sentences)
        } else if format == .table {
            console.write(body + sentences)
        } else {
            console.write(body)
            if !sentences.isEmpty { console.writeError(sentences) }
        }
    }

    private func body(_ answer: Answer) -> String {
        switch format {
        case .table:
            TableView(text: text, width: console.isTerminal ? console.columns : nil).render(answer)
        case .json: AnswerJSON(text).encode(answer) + "\n"
        case .csv: AnswerCSV(text).encode(answer)
        }
    }

    private func sentences(_ answer: Answer) -> [String] {
        let sentence = answer.sentence.map { TerminalText.harmless(text.sentence($0)) }
        let next = answer.next.map { text.sentence(Message("host.nextPage", ["after": .text($0)])) }
        return [sentence, next].compactMap { $0 }
    }
}
