import Operations
import PluginKit

/// A year of learning: courses, sessions with their clashes, who came and what they scored, and what two platforms know.
struct LearningChapter {
    private let story: Story

    init(_ story: Story) { self.story = story }

    func tell() throws {
        story.clock.move(to: Day.learnt)
        try story.tell("course.import", [("file", "training/courses.csv")])
        try story.tell("session.import", [("file", "training/sessions.csv")])
        try story.tell("enrolment.import", [("file", "training/enrolments.csv")])
        try story.tell("session.conflicts")
        try story.tell("study.import", [("file", "study/xuexi-qiangguo.csv"), ("platform", "xuexi-qiangguo")])
        let other = [("file", "study/xihu-xianfeng.csv"), ("platform", "xihu-xianfeng")]
        try story.tellRefused("study.import", other)
        try story.tell("study.import", other + [("partial", "true")])
        try story.tell("study.shortfall", [("asOf", "2024-12-31")])
    }
}
