import Foundation

/// The messages of WeChat Pay's APIv3, as far as they are read or written.
enum WeChatMessages {
    struct Order: Encodable {
        let appid: String
        let mchid: String
        let description: String
        let outTradeNo: String
        let timeExpire: String
        let notifyUrl: String
        let amount: Amount

        struct Amount: Encodable {
            let total: Int64
            let currency = "CNY"
        }
    }

    struct Closing: Encodable { let mchid: String }

    struct RefundOrder: Encodable {
        let transactionId: String
        let outRefundNo: String
        let reason: String
        let notifyUrl: String
        let amount: Amount

        struct Amount: Encodable {
            let refund: Int64
            let total: Int64
            let currency = "CNY"
        }
    }

    struct Echo: Codable { let echoMessage: String }

    struct Code: Decodable { let codeUrl: String }

    struct Refusal: Decodable { let code: String }

    struct Transaction: Decodable {
        let appid: String
        let mchid: String
        let outTradeNo: String
        let transactionId: String?
        let tradeState: String
        let successTime: String?
        let amount: Amount?

        struct Amount: Decodable {
            let total: Int64?
            let currency: String?
        }
    }

    struct Refund: Decodable {
        /// In notices alone.
        let mchid: String?
        let outRefundNo: String
        let outTradeNo: String
        /// `status` of an answer is `refund_status` of a notice.
        let status: String?
        let refundStatus: String?
        let amount: Amount

        struct Amount: Decodable { let refund: Int64 }
    }

    struct FapiaoOrder: Encodable {
        let scene = "WITH_WECHATPAY"
        let fapiaoApplyId: String
        let buyerInformation: Buyer
        let fapiaoInformation: [Fapiao]

        struct Buyer: Encodable {
            let type: String
            let name: String
            let taxpayerId: String?
        }

        struct Fapiao: Encodable {
            let fapiaoId: String
            let totalAmount: Int64
            let needList = false
            let items: [Line]
        }

        struct Line: Encodable {
            let taxCode: String
            let goodsName: String
            /// One, in hundred-millionths.
            let quantity: Int64 = 100_000_000
            let totalAmount: Int64
            /// In ten-thousandths.
            let taxRate: Int
            let taxPreferMark = "NO_FAVORABLE"
            let discount = false
        }
    }

    struct FapiaoReversal: Encodable {
        let reverseReason: String
        let fapiaoInformation: [Fapiao]

        struct Fapiao: Encodable {
            let fapiaoId: String
            /// Of an invoice whose number has 8 digits.
            let fapiaoCode: String?
            let fapiaoNumber: String
        }
    }

    struct Fapiaos: Decodable {
        let fapiaoInformation: [Fapiao]?

        struct Fapiao: Decodable {
            let fapiaoId: String
            let status: String
            let blueFapiao: Paper?
            let redFapiao: Paper?
            let cardInformation: Card?
            let totalAmount: Int64?
        }

        struct Paper: Decodable {
            let fapiaoCode: String?
            let fapiaoNumber: String?
        }

        struct Card: Decodable { let cardOpenid: String? }
    }

    struct FapiaoFiles: Decodable {
        let fapiaoDownloadInfoList: [File]?

        struct File: Decodable {
            let fapiaoId: String
            let downloadUrl: String?
        }
    }

    struct FapiaoNotice: Decodable {
        let mchid: String
        let fapiaoInformation: [Fapiao]

        struct Fapiao: Decodable { let fapiaoId: String }
    }

    struct Sealed: Decodable {
        let algorithm: String
        let ciphertext: String
        let nonce: String
        let associatedData: String?
    }

    struct Notice: Decodable {
        let eventType: String
        let resource: Sealed
    }

    struct Certificates: Decodable {
        let data: [Entry]

        struct Entry: Decodable {
            let serialNo: String
            let encryptCertificate: Sealed
        }
    }

    static func encode(_ message: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and whole numbers always have a JSON form; an empty body would be refused.
        return (try? encoder.encode(message)).map(Array.init) ?? []
    }

    static func decode<Message: Decodable>(_ type: Message.Type, _ body: [UInt8]) -> Message? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try? decoder.decode(type, from: Data(body))
    }
}
