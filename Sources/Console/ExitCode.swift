/// The exit status of a program, for scripts. A number never changes its meaning; treat an unknown one as a failure.
package enum ExitCode: Int32, Sendable, CaseIterable {
    case ok = 0
    case failure = 1
    case usage = 2
    case refused = 3
    case notLoggedIn = 4
    case retryable = 5
    case incomplete = 6

    package var meaning: Phrase {
        switch self {
        case .ok: Phrase("done", "成功")
        case .failure: Phrase("failed", "失败")
        case .usage: Phrase("the command line is wrong", "命令用法有误")
        case .refused: Phrase("the server refused; asking again will not help", "服务器拒绝，重试无效")
        case .notLoggedIn: Phrase("not logged in", "尚未登录")
        case .retryable: Phrase("the server cannot be reached or is busy; try again later", "无法连接服务器或服务器繁忙，请稍后重试")
        case .incomplete: Phrase("part of it was done", "仅部分完成")
        }
    }
    /// Of a command about several things, of which the server refused some.
    package init(refused: Int, of count: Int) {
        self = refused == 0 ? .ok : refused == count ? .refused : .incomplete
    }
}
