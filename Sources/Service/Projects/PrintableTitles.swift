import Documents
import Domain

/// Refuses a title of which no certificate could be made. People's names are taken as they are: a register has everybody.
func requirePrintable(_ title: String, field: String) throws(Refusal) {
    do throws(UnprintableCharacter) {
        try Printing.require(title)
    } catch {
        throw Refusal(
            .invalid, field: field,
            "certificates have no character “\(error.character)”, so none could be made: write it otherwise",
            zh: "证书字体缺少字符“\(error.character)”，无法制作证书，请改用其他写法")
    }
}
