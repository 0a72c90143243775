import Application
import Messages

extension Service {
    func route(_ method: InvoicesMethod) -> Route {
        switch method {
        case .getBuyer: .read(orders.getBuyer)
        case .saveBuyer: .write(orders.saveBuyer)
        case .apply: .write(orders.applyForInvoice)
        case .cancel: .write(orders.cancelInvoice)
        case .askVoid: .write(orders.askVoid)
        case .listMine: .read(orders.myInvoices)
        case .show: .read(orders.showInvoice)
        case .list: .read(orders.listInvoices)
        case .issue: .write(orders.issueInvoices)
        case .reject: .write(orders.rejectInvoices)
        case .void: .write(orders.voidInvoice)
        case .keep: .write(orders.keepInvoice)
        case .export: .pages(orders.exportInvoices)
        case .uploadFile: .exchange(orders.uploadInvoiceFile)
        case .send: .write(orders.sendInvoices)
        case .getFile: .pages(orders.getInvoiceFile)
        }
    }
}
