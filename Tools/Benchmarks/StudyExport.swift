import Foundation

/// A made-up district and the export of a learning platform for its cadres: the same rows every time.
enum StudyExport {
    /// How many people the rows are spread over; each has a row a day.
    static let people = 200

    static let units = Data("code,name,level,parent_code\n1,雾城区,district,\nJ01,区第一局,organ,1\n".utf8)

    static var roster: Data {
        var text = "姓名,性别,出生年月,单位,库别,联系方式\n"
        for number in 0..<people { text += "\(name(number)),男,1980.01,区第一局,专员库,1380000\(tail(number))\n" }
        return Data(text.utf8)
    }

    static func csv(rows: Int) -> Data {
        var text = "姓名,手机号后四位,日期,登录,阅读文章,视听学习,答题,积分\n"
        for row in 0..<rows {
            let person = row % people, day = row / people
            let articles = row % 13, media = row * 7 % 13, quiz = row % 3 * 5
            text += "\(name(person)),\(tail(person)),\(date(day)),1,\(articles),\(media),\(quiz),\(1 + articles + media + quiz)\n"
        }
        return Data(text.utf8)
    }

    private static func name(_ number: Int) -> String {
        let family = Array("王李张刘陈杨黄赵周吴"), given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平")
        return "\(family[number % family.count])\(given[number / family.count % given.count])"
    }

    private static func tail(_ number: Int) -> String { String(1000 + number) }

    /// Days from 1 January 2023 on, without a calendar: months of 28 days.
    private static func date(_ day: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(2023 + day / 336)-\(two(day / 28 % 12 + 1))-\(two(day % 28 + 1))"
    }
}
