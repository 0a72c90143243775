// Generated from Protocol/errors.proto by `make generate`; change that and generate again.

package enum ErrorCode: Int32, Word {
    // 1–99: the connection. The sender closes after these.
    /// the frame is malformed
    case badFrame = 1
    /// larger than this connection accepts
    case tooLarge = 2
    /// the stream number is not allowed here
    case badStream = 3
    /// no protocol version in common
    case noCommonVersion = 4
    /// the versions offered were changed on the way
    case downgraded = 5
    /// hello must come first
    case handshakeRequired = 6
    /// sent more than the credit given
    case creditExceeded = 7
    /// too many calls under way on this connection (retryable)
    case tooManyStreams = 8
    /// a deflated frame that cannot be expanded, or may not be deflated
    case badDeflated = 9
    // 100–199: the call itself.
    /// no such method
    case unknownMethod = 100
    /// the request cannot be decoded
    case badMessage = 101
    /// log in first
    case notLoggedIn = 102
    /// not allowed for this caller
    case notAllowed = 103
    /// an idempotency key of 16 bytes is required
    case keyRequired = 104
    /// the idempotency key was used for another request
    case keyReused = 105
    /// the deadline passed before the call began (retryable)
    case deadline = 106
    /// cancelled by the caller
    case cancelled = 107
    /// the server is busy (retryable)
    case busy = 108
    /// the server failed; it is logged (retryable)
    case `internal` = 109
    // 200–299: what the request asks for.
    /// not valid
    case invalid = 200
    /// not found
    case notFound = 201
    /// exists already
    case alreadyExists = 202
    /// not possible in the present state
    case wrongState = 203
    /// not open yet
    case tooEarly = 204
    /// closed already
    case tooLate = 205
    /// the courses' sums differ from the project's
    case hoursDoNotAddUp = 206
    /// no such policy switch, or a value out of range
    case unknownSwitch = 207
    /// what was shown has changed since; read it again
    case staleContext = 208
    // 300–399: accounts.
    /// wrong name or password
    case wrongCredentials = 300
    /// too many failures; try again later (retryable)
    case locked = 301
    /// the session has ended; log in again
    case sessionExpired = 302
    /// change the initial password first
    case passwordChangeRequired = 303
    /// the password is too weak
    case weakPassword = 304
    /// enough codes have been sent for now
    case smsTooOften = 305
    /// the code from the text message is wrong
    case smsCodeWrong = 306
    /// no code is valid for this phone and purpose; ask for a new one
    case smsCodeSpent = 307
    /// the challenge is not this server's, or not solved
    case challengeWrong = 308
    /// the challenge has expired or been used; ask for a new one
    case challengeSpent = 309
    /// this has taken too long; begin again
    case ticketInvalid = 310
    /// agree to the present privacy text first
    case consentRequired = 311
    /// the provider's code is not genuine, expired or used
    case outsideCodeInvalid = 312
    /// no account is linked with it; log in and link it first
    case notLinked = 313
    /// too many codes have been asked for from this network; try again later (retryable)
    case smsSourceTooOften = 314
    // 320–339: identity, profile, membership, organisation login.
    /// this ID number belongs to another account; a reviewer will look at it
    case identityTaken = 320
    /// an earlier claim waits for a reviewer
    case claimWaiting = 321
    /// photos of both sides of the ID card are needed
    case photosRequired = 322
    // 400–499: terminals and sync.
    /// the enrolment code is unknown, expired or used
    case enrolmentCodeInvalid = 400
    /// the signature over this connection is not right
    case badProof = 401
    /// this terminal has been revoked
    case terminalRevoked = 402
    /// the batch's signature is not right
    case badSignature = 403
    /// batches before this one are missing
    case gap = 404
    /// another batch stands at this position of the log
    case fork = 405
    /// the batch cannot be decoded
    case badBatch = 406
    /// the log is closed; open a new epoch
    case logClosed = 407
    /// this terminal has stored as much as it may; its base can raise the limit (retryable)
    case terminalFull = 408
    // 500–599: quarantined facts. Given per fact in an Ack or a list, never as the reply of a call.
    /// nobody on the roster has this number
    case unknownSubject = 500
    /// no such offering
    case unknownOffering = 501
    /// a kind of fact this server does not know yet
    case unknownKind = 502
    /// the actor was not assigned here
    case actorNotAssigned = 503
    /// the offering belongs to another base
    case foreignOffering = 504
    /// a reference names nothing or something ambiguous
    case badReference = 505
    /// more facts than the bytes of the batch, or its day, allow
    case tooManyFacts = 506
    /// the offering has no such course
    case unknownCourse = 507
    // 600–699: attendance.
    /// the venue code has expired
    case codeExpired = 600
    /// the venue code is not genuine
    case codeForged = 601
    /// not on this offering's roster
    case notOnRoster = 602
    /// outside the activity dates
    case outsideActivityDates = 603
    /// the time is not certain enough to tell inside from outside
    case timeUncertain = 604
    /// decided in different ways at the same time; decide again
    case decisionsDiffer = 605
    /// one client has checked in several people
    case oneClient = 606
    /// not scanned at a terminal, as the programme demands
    case noTerminal = 607
    // 700–749: recruitment.
    /// the quota is full
    case quotaFull = 700
    /// fewer seats than are taken
    case quotaInUse = 701
    /// verify your identity first
    case identityNotVerified = 702
    /// complete your profile first
    case profileIncomplete = 703
    // 750–799: bookings and money.
    /// pay first
    case paymentRequired = 750
    /// no place is free
    case full = 751
    /// no more bookings of this payment may be cancelled
    case cancelLimit = 752
    /// fewer places than are taken
    case placesInUse = 753
    /// bind your phone first
    case phoneNotBound = 754
    /// the payment recorded for this phone names somebody else
    case paidForAnother = 755
    /// read the notice before ordering first
    case noticeNotRead = 756
    /// more than was paid and not yet refunded
    case refundTooLarge = 757
    /// an invoice of this order stands; it is voided first
    case invoiceStands = 758
}

extension ErrorCode {
    /// The stable name, for people and logs; programs go by the number.
    package var name: String {
        switch self {
        case .badFrame: "bad_frame"
        case .tooLarge: "too_large"
        case .badStream: "bad_stream"
        case .noCommonVersion: "no_common_version"
        case .downgraded: "downgraded"
        case .handshakeRequired: "handshake_required"
        case .creditExceeded: "credit_exceeded"
        case .tooManyStreams: "too_many_streams"
        case .badDeflated: "bad_deflated"
        case .unknownMethod: "unknown_method"
        case .badMessage: "bad_message"
        case .notLoggedIn: "not_logged_in"
        case .notAllowed: "not_allowed"
        case .keyRequired: "key_required"
        case .keyReused: "key_reused"
        case .deadline: "deadline"
        case .cancelled: "cancelled"
        case .busy: "busy"
        case .`internal`: "internal"
        case .invalid: "invalid"
        case .notFound: "not_found"
        case .alreadyExists: "already_exists"
        case .wrongState: "wrong_state"
        case .tooEarly: "too_early"
        case .tooLate: "too_late"
        case .hoursDoNotAddUp: "hours_do_not_add_up"
        case .unknownSwitch: "unknown_switch"
        case .staleContext: "stale_context"
        case .wrongCredentials: "wrong_credentials"
        case .locked: "locked"
        case .sessionExpired: "session_expired"
        case .passwordChangeRequired: "password_change_required"
        case .weakPassword: "weak_password"
        case .smsTooOften: "sms_too_often"
        case .smsCodeWrong: "sms_code_wrong"
        case .smsCodeSpent: "sms_code_spent"
        case .challengeWrong: "challenge_wrong"
        case .challengeSpent: "challenge_spent"
        case .ticketInvalid: "ticket_invalid"
        case .consentRequired: "consent_required"
        case .outsideCodeInvalid: "outside_code_invalid"
        case .notLinked: "not_linked"
        case .smsSourceTooOften: "sms_source_too_often"
        case .identityTaken: "identity_taken"
        case .claimWaiting: "claim_waiting"
        case .photosRequired: "photos_required"
        case .enrolmentCodeInvalid: "enrolment_code_invalid"
        case .badProof: "bad_proof"
        case .terminalRevoked: "terminal_revoked"
        case .badSignature: "bad_signature"
        case .gap: "gap"
        case .fork: "fork"
        case .badBatch: "bad_batch"
        case .logClosed: "log_closed"
        case .terminalFull: "terminal_full"
        case .unknownSubject: "unknown_subject"
        case .unknownOffering: "unknown_offering"
        case .unknownKind: "unknown_kind"
        case .actorNotAssigned: "actor_not_assigned"
        case .foreignOffering: "foreign_offering"
        case .badReference: "bad_reference"
        case .tooManyFacts: "too_many_facts"
        case .unknownCourse: "unknown_course"
        case .codeExpired: "code_expired"
        case .codeForged: "code_forged"
        case .notOnRoster: "not_on_roster"
        case .outsideActivityDates: "outside_activity_dates"
        case .timeUncertain: "time_uncertain"
        case .decisionsDiffer: "decisions_differ"
        case .oneClient: "one_client"
        case .noTerminal: "no_terminal"
        case .quotaFull: "quota_full"
        case .quotaInUse: "quota_in_use"
        case .identityNotVerified: "identity_not_verified"
        case .profileIncomplete: "profile_incomplete"
        case .paymentRequired: "payment_required"
        case .full: "full"
        case .cancelLimit: "cancel_limit"
        case .placesInUse: "places_in_use"
        case .phoneNotBound: "phone_not_bound"
        case .paidForAnother: "paid_for_another"
        case .noticeNotRead: "notice_not_read"
        case .refundTooLarge: "refund_too_large"
        case .invoiceStands: "invoice_stands"
        }
    }

    package var rule: ErrorRule {
        switch self {
        case .badFrame: ErrorRule(retryable: false, Phrase("the frame is malformed", "数据帧格式错误"))
        case .tooLarge: ErrorRule(retryable: false, Phrase("larger than this connection accepts", "超出本连接允许的大小"))
        case .badStream: ErrorRule(retryable: false, Phrase("the stream number is not allowed here", "流编号无效"))
        case .noCommonVersion: ErrorRule(retryable: false, Phrase("no protocol version in common", "没有共同支持的协议版本"))
        case .downgraded:
            ErrorRule(retryable: false, Phrase("the versions offered were changed on the way", "协议版本在传输中被篡改"))
        case .handshakeRequired: ErrorRule(retryable: false, Phrase("hello must come first", "必须先发送握手"))
        case .creditExceeded: ErrorRule(retryable: false, Phrase("sent more than the credit given", "发送量超出信用额度"))
        case .tooManyStreams:
            ErrorRule(retryable: true, Phrase("too many calls under way on this connection", "本连接同时进行的请求过多"))
        case .badDeflated:
            ErrorRule(
                retryable: false,
                Phrase("a deflated frame that cannot be expanded, or may not be deflated", "压缩帧无法解压，或不允许压缩"))
        case .unknownMethod: ErrorRule(retryable: false, Phrase("no such method", "没有此方法"))
        case .badMessage: ErrorRule(retryable: false, Phrase("the request cannot be decoded", "请求无法解码"))
        case .notLoggedIn: ErrorRule(retryable: false, Phrase("log in first", "请先登录"))
        case .notAllowed: ErrorRule(retryable: false, Phrase("not allowed for this caller", "无权进行此操作"))
        case .keyRequired:
            ErrorRule(retryable: false, Phrase("an idempotency key of 16 bytes is required", "需要 16 字节的幂等键"))
        case .keyReused:
            ErrorRule(retryable: false, Phrase("the idempotency key was used for another request", "幂等键已用于其他请求"))
        case .deadline: ErrorRule(retryable: true, Phrase("the deadline passed before the call began", "请求已超过截止时间"))
        case .cancelled: ErrorRule(retryable: false, Phrase("cancelled by the caller", "请求已取消"))
        case .busy: ErrorRule(retryable: true, Phrase("the server is busy", "服务器繁忙，请稍后再试"))
        case .`internal`: ErrorRule(retryable: true, Phrase("the server failed; it is logged", "服务器内部错误，已记录"))
        case .invalid: ErrorRule(retryable: false, Phrase("not valid", "内容无效"))
        case .notFound: ErrorRule(retryable: false, Phrase("not found", "未找到"))
        case .alreadyExists: ErrorRule(retryable: false, Phrase("exists already", "已存在"))
        case .wrongState: ErrorRule(retryable: false, Phrase("not possible in the present state", "当前状态不允许此操作"))
        case .tooEarly: ErrorRule(retryable: false, Phrase("not open yet", "尚未开放"))
        case .tooLate: ErrorRule(retryable: false, Phrase("closed already", "已截止"))
        case .hoursDoNotAddUp:
            ErrorRule(retryable: false, Phrase("the courses' sums differ from the project's", "课程学时（学分）之和与项目不符"))
        case .unknownSwitch:
            ErrorRule(retryable: false, Phrase("no such policy switch, or a value out of range", "政策开关不存在或取值超出范围"))
        case .staleContext:
            ErrorRule(retryable: false, Phrase("what was shown has changed since; read it again", "内容已变更，请重新查看"))
        case .wrongCredentials: ErrorRule(retryable: false, Phrase("wrong name or password", "账号或密码错误"))
        case .locked: ErrorRule(retryable: true, Phrase("too many failures; try again later", "失败次数过多，请稍后再试"))
        case .sessionExpired: ErrorRule(retryable: false, Phrase("the session has ended; log in again", "会话已失效，请重新登录"))
        case .passwordChangeRequired:
            ErrorRule(retryable: false, Phrase("change the initial password first", "请先修改初始密码"))
        case .weakPassword: ErrorRule(retryable: false, Phrase("the password is too weak", "密码强度不足"))
        case .smsTooOften: ErrorRule(retryable: false, Phrase("enough codes have been sent for now", "短信验证码发送过于频繁"))
        case .smsCodeWrong: ErrorRule(retryable: false, Phrase("the code from the text message is wrong", "短信验证码错误"))
        case .smsCodeSpent:
            ErrorRule(
                retryable: false,
                Phrase("no code is valid for this phone and purpose; ask for a new one", "短信验证码无效、已过期或已使用，请重新获取"))
        case .challengeWrong:
            ErrorRule(retryable: false, Phrase("the challenge is not this server's, or not solved", "验证题无效或未正确解答"))
        case .challengeSpent:
            ErrorRule(
                retryable: false,
                Phrase("the challenge has expired or been used; ask for a new one", "验证题已过期或已使用，请重新获取"))
        case .ticketInvalid: ErrorRule(retryable: false, Phrase("this has taken too long; begin again", "操作已超时，请重新开始"))
        case .consentRequired:
            ErrorRule(retryable: false, Phrase("agree to the present privacy text first", "请先阅读并同意最新的隐私政策"))
        case .outsideCodeInvalid:
            ErrorRule(
                retryable: false, Phrase("the provider's code is not genuine, expired or used", "第三方授权码无效、过期或已使用"))
        case .notLinked:
            ErrorRule(
                retryable: false, Phrase("no account is linked with it; log in and link it first", "尚未绑定账号，请先登录并绑定"))
        case .smsSourceTooOften:
            ErrorRule(
                retryable: true,
                Phrase("too many codes have been asked for from this network; try again later", "当前网络获取验证码过于频繁，请稍后再试"))
        case .identityTaken:
            ErrorRule(
                retryable: false,
                Phrase("this ID number belongs to another account; a reviewer will look at it", "该身份证号已被其他账号使用，已提交人工审核")
            )
        case .claimWaiting: ErrorRule(retryable: false, Phrase("an earlier claim waits for a reviewer", "已有实名认证申请待审核"))
        case .photosRequired:
            ErrorRule(retryable: false, Phrase("photos of both sides of the ID card are needed", "请先上传身份证正反面照片"))
        case .enrolmentCodeInvalid:
            ErrorRule(retryable: false, Phrase("the enrolment code is unknown, expired or used", "注册码无效、过期或已使用"))
        case .badProof:
            ErrorRule(retryable: false, Phrase("the signature over this connection is not right", "连接签名验证失败"))
        case .terminalRevoked: ErrorRule(retryable: false, Phrase("this terminal has been revoked", "终端已被吊销"))
        case .badSignature: ErrorRule(retryable: false, Phrase("the batch's signature is not right", "批次签名验证失败"))
        case .gap: ErrorRule(retryable: false, Phrase("batches before this one are missing", "缺少之前的批次"))
        case .fork:
            ErrorRule(retryable: false, Phrase("another batch stands at this position of the log", "日志在此位置已有不同批次"))
        case .badBatch: ErrorRule(retryable: false, Phrase("the batch cannot be decoded", "批次无法解码"))
        case .logClosed: ErrorRule(retryable: false, Phrase("the log is closed; open a new epoch", "日志已关闭，请开启新纪元"))
        case .terminalFull:
            ErrorRule(
                retryable: true,
                Phrase(
                    "this terminal has stored as much as it may; its base can raise the limit",
                    "本终端存储量已达上限，请联系基地管理员提高上限"))
        case .unknownSubject: ErrorRule(retryable: false, Phrase("nobody on the roster has this number", "名单中没有此人"))
        case .unknownOffering: ErrorRule(retryable: false, Phrase("no such offering", "没有此期次"))
        case .unknownKind:
            ErrorRule(retryable: false, Phrase("a kind of fact this server does not know yet", "服务器尚不认识此类记录"))
        case .actorNotAssigned: ErrorRule(retryable: false, Phrase("the actor was not assigned here", "操作人未被指派"))
        case .foreignOffering: ErrorRule(retryable: false, Phrase("the offering belongs to another base", "期次属于其他基地"))
        case .badReference:
            ErrorRule(retryable: false, Phrase("a reference names nothing or something ambiguous", "引用无效或有歧义"))
        case .tooManyFacts:
            ErrorRule(
                retryable: false,
                Phrase("more facts than the bytes of the batch, or its day, allow", "记录数超出批次字节数或当日允许的数量"))
        case .unknownCourse: ErrorRule(retryable: false, Phrase("the offering has no such course", "本期次没有此课程"))
        case .codeExpired: ErrorRule(retryable: false, Phrase("the venue code has expired", "签到码已过期"))
        case .codeForged: ErrorRule(retryable: false, Phrase("the venue code is not genuine", "签到码无效"))
        case .notOnRoster: ErrorRule(retryable: false, Phrase("not on this offering's roster", "不在本期名单中"))
        case .outsideActivityDates: ErrorRule(retryable: false, Phrase("outside the activity dates", "不在举办周期内"))
        case .timeUncertain:
            ErrorRule(
                retryable: false,
                Phrase("the time is not certain enough to tell inside from outside", "时间不确定，无法判定是否在考勤时段内"))
        case .decisionsDiffer:
            ErrorRule(
                retryable: false, Phrase("decided in different ways at the same time; decide again", "存在互相矛盾的认定，请重新认定"))
        case .oneClient: ErrorRule(retryable: false, Phrase("one client has checked in several people", "同一客户端为多人签到"))
        case .noTerminal:
            ErrorRule(retryable: false, Phrase("not scanned at a terminal, as the programme demands", "未按要求在终端扫码签到"))
        case .quotaFull: ErrorRule(retryable: false, Phrase("the quota is full", "名额已满"))
        case .quotaInUse: ErrorRule(retryable: false, Phrase("fewer seats than are taken", "名额不得少于已使用数"))
        case .identityNotVerified: ErrorRule(retryable: false, Phrase("verify your identity first", "请先完成实名认证"))
        case .profileIncomplete: ErrorRule(retryable: false, Phrase("complete your profile first", "请先完善个人信息"))
        case .paymentRequired: ErrorRule(retryable: false, Phrase("pay first", "请先缴费"))
        case .full: ErrorRule(retryable: false, Phrase("no place is free", "已无空余席位"))
        case .cancelLimit:
            ErrorRule(retryable: false, Phrase("no more bookings of this payment may be cancelled", "本次缴费的可取消次数已用完"))
        case .placesInUse: ErrorRule(retryable: false, Phrase("fewer places than are taken", "席位不得少于已占用数"))
        case .phoneNotBound: ErrorRule(retryable: false, Phrase("bind your phone first", "请先绑定手机号"))
        case .paidForAnother:
            ErrorRule(
                retryable: false, Phrase("the payment recorded for this phone names somebody else", "该手机号的缴费记录姓名与您不一致"))
        case .noticeNotRead: ErrorRule(retryable: false, Phrase("read the notice before ordering first", "请先阅读报名须知"))
        case .refundTooLarge:
            ErrorRule(retryable: false, Phrase("more than was paid and not yet refunded", "超出已付且未退的金额"))
        case .invoiceStands:
            ErrorRule(retryable: false, Phrase("an invoice of this order stands; it is voided first", "该订单已有有效发票，须先作废"))
        }
    }
}
