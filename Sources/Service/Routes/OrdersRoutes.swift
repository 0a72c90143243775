import Application
import Messages

extension Service {
    func route(_ method: OrdersMethod) -> Route {
        switch method {
        case .listUnitPayments: .read(orders.listUnitPayments)
        case .takeBackUnitPayment: .write(orders.takeBackUnitPayment)
        case .listLedger: .read(orders.listLedger)
        case .trialBalance: .read(orders.trialBalance)
        case .setOrderNotice: .write(orders.setOrderNotice)
        case .openOrderNotice: .write(orders.openOrderNotice)
        case .placeOrder: .write(orders.placeOrder)
        case .payOrder: .write(orders.payOrder)
        case .withdrawOrder: .write(orders.withdrawOrder)
        case .getOrder: .read(orders.getOrder)
        case .myOrders: .read(orders.myOrders)
        case .listOrders: .read(orders.listOrders)
        case .askRefund: .write(orders.askRefund)
        case .refundOrder: .write(orders.refundOrder)
        case .listRefunds: .read(orders.listRefunds)
        case .myRefunds: .read(orders.myRefunds)
        case .finishRefund: .write(orders.finishRefund)
        case .retryRefund: .write(orders.retryRefund)
        case .checkPayments:
            .slow(
                in: .gateways, load: { (request: CheckPaymentsRequest, _) in request }, work: orders.askGateways,
                commit: orders.checkPayments)
        case .stopSelling: .write(orders.stopSelling)
        case .resumeSelling: .write(orders.resumeSelling)
        case .listSellingStops: .read(orders.listSellingStops)
        }
    }
}
