// Generated from Protocol/*.proto by `make generate`; change that and generate again.

import Messages
import Wire

/// One message of each type with every field set, the same as in the last block of its vectors.
func samples() -> [any Message] {
    var samples: [any Message] = []
    samples.append(AccountChoice(account: "account 第1", person: 2469135780246))
    samples.append(
        Ack(
            handle: 12345, all: 2469135780246, received: 3703703670369, durable: 4938271560492, applied: 6172839450615,
            quarantined: [
                QuarantinedFact(sequence: 1234567890123, code: ErrorCode.badFrame, last: 3703703670369),
                QuarantinedFact(sequence: 3703703670369, code: ErrorCode.badFrame, last: 6172839450615),
            ], receiptTimeMs: 508367018532679992, receiptToken: 580990878323062848, refused: ErrorCode.tooLarge,
            moreQuarantined: true))
    samples.append(ActivityDate(day: -1, hoursTenths: 24690))
    samples.append(
        AddCertificateRequest(
            base: 1234567890123,
            content: CertificateContent(
                kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3", title: "title 第4",
                projectNumber: "project_number 第5", level: ProjectLevel.national, category: CreditCategory.ii,
                creditsTenths: 98760, hoursTenths: 111105, firstDay: -10, lastDay: -11, modality: Modality.inPerson,
                issuer: "issuer 第13", issuedDay: -14, cohort: "cohort 第15", round: "round 第16", number: "number 第17")))
    samples.append(
        AddFirstResponsibleReply(responsible: Responsible(person: 1234567890123, name: "name 第2", phone: "phone 第3")))
    samples.append(AddFirstResponsibleRequest(ticket: [16, 99, 182, 9], name: "name 第2", phone: "phone 第3"))
    samples.append(
        AddResponsibleReply(responsible: Responsible(person: 1234567890123, name: "name 第2", phone: "phone 第3")))
    samples.append(AddResponsibleRequest(organisation: 1234567890123, name: "name 第2", phone: "phone 第3"))
    samples.append(
        AddStatementRowsRequest(
            statement: 1234567890123, first: 2469135780246,
            rows: [
                StatementRow(
                    kind: StatementRowKind.refund, number: "number 第2", transaction: "transaction 第3",
                    fen: 4938271560492, atMs: -6172835),
                StatementRow(
                    kind: StatementRowKind.refund, number: "number 第4", transaction: "transaction 第5",
                    fen: 7407407340738, atMs: -8641969),
            ]))
    samples.append(
        AddTraineeReply(
            member: Member(
                person: 1234567890123, name: "name 第2", phone: "phone 第3", idNumber: "id_number 第4", title: "title 第5",
                state: MembershipState.asked, byPerson: true, changedMs: -9876536,
                participantNumber: "participant_number 第9"), account: "account 第2",
            initialPassword: "initial_password 第3"))
    samples.append(
        AddTraineeRequest(
            unit: 1234567890123, name: "name 第2", phone: "phone 第3", idNumber: "id_number 第4", title: "title 第5"))
    samples.append(
        AdjudicateReply(
            score: Score(
                offering: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4",
                assessment: 6172839450615, state: ScoreState.value, valueHundredths: 86415, passed: true,
                siblings: [
                    ScoreSibling(
                        log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369,
                        actorName: "actor_name 第4", valueHundredths: 61725, atMs: -7407402,
                        terminalName: "terminal_name 第7", kind: 98760),
                    ScoreSibling(
                        log: [48, 131, 214, 41], sequence: 4938271560492, actor: 6172839450615,
                        actorName: "actor_name 第6", valueHundredths: 86415, atMs: -9876536,
                        terminalName: "terminal_name 第9", kind: 123450),
                ], context: [160, 243, 70, 153])))
    samples.append(
        AdjudicateRequest(
            offering: 1234567890123, person: 2469135780246, assessment: 3703703670369, valueHundredths: 49380,
            reason: "reason 第5", context: [96, 179, 6, 89]))
    samples.append(
        AdmitApplicationsRequest(
            round: 1234567890123, base: 2469135780246, applications: [3703703670369, 4938271560492]))
    samples.append(AdmitMarkReply())
    samples.append(
        AdmitMarkRequest(
            offering: 1234567890123, log: [32, 115, 198, 25], sequence: 3703703670369, reason: "reason 第4"))
    samples.append(
        AdmittedCount(
            round: 1234567890123, roundName: "round_name 第2", city: 3703703670369, cityName: "city_name 第4",
            specialty: 6172839450615, specialtyName: "specialty_name 第6", admitted: 86415, inTraining: 98760,
            completed: 111105, withdrawn: 123450))
    samples.append(
        AnalyseReply(
            people: [
                Presence(
                    person: 1234567890123, number: "number 第2", name: "name 第3", present: true, inWindow: [true, true],
                    scans: 74070, onLeave: [true, true]),
                Presence(
                    person: 3703703670369, number: "number 第4", name: "name 第5", present: true, inWindow: [true, true],
                    scans: 98760, onLeave: [true, true]),
            ], next: 2469135780246, present: 37035, absent: 49380,
            totals: ScanTotals(
                scans: 12345, counted: 24690, repeats: 37035, outsideWindow: 49380, outsideDates: 61725, flagged: 74070,
                voided: 86415, people: 98760, onClocksWord: 111105, discarded: 123450, elsewhere: 135795),
            windows: [
                Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
            ]))
    samples.append(
        AnalyseRequest(
            offering: 1234567890123,
            windows: [
                Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
            ], after: 3703703670369, limit: 49380))
    samples.append(
        ApplicationOutcome(
            application: 1234567890123, state: ApplicationState.draft,
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6")))
    samples.append(
        ApplicationReply(
            application: IntakeApplication(
                id: 1234567890123, round: 2469135780246, roundName: "round_name 第3", person: 4938271560492,
                personName: "person_name 第5", state: ApplicationState.draft, level: ReviewLevel.county,
                form: EnrolmentForm(
                    batch: 12345, personType: 2469135780246, specialty: 3703703670369, title: 4938271560492,
                    titleSince: -5, specialtySince: -6, preferences: [8641975230861, 9876543120984]),
                personTypeName: "person_type_name 第9", specialtyName: "specialty_name 第10", titleName: "title_name 第11",
                unit: 14814814681476, unitName: "unit_name 第13", county: 17283950461722, city: 18518518351845,
                province: 19753086241968, base: 20987654132091, baseName: "base_name 第18", submittedMs: -23456773,
                changedMs: -24691340, reason: "reason 第21",
                preferences: [
                    Preference(id: 1234567890123, name: "name 第2"), Preference(id: 3703703670369, name: "name 第4"),
                ],
                steps: [
                    ApplicationStep(
                        event: ApplicationEvent.passOn, level: ReviewLevel.unit, organisation: 3703703670369,
                        organisationName: "organisation_name 第4", atMs: -6172835, reason: "reason 第6"),
                    ApplicationStep(
                        event: ApplicationEvent.passOn, level: ReviewLevel.unit, organisation: 6172839450615,
                        organisationName: "organisation_name 第6", atMs: -8641969, reason: "reason 第8"),
                ], trainingFrom: -24, trainingTo: -25, phone: "phone 第26",
                profile: [
                    Profile(
                        section: ProfileSection.contact, revision: 24690,
                        fields: [
                            ProfileField(
                                name: "name 第1", value: "value 第2", label: "label 第3", required: true, fixed: true),
                            ProfileField(
                                name: "name 第3", value: "value 第4", label: "label 第5", required: true, fixed: true),
                        ], missing: ["missing 第4", "missing 第5"]),
                    Profile(
                        section: ProfileSection.contact, revision: 49380,
                        fields: [
                            ProfileField(
                                name: "name 第5", value: "value 第6", label: "label 第7", required: true, fixed: true),
                            ProfileField(
                                name: "name 第7", value: "value 第8", label: "label 第9", required: true, fixed: true),
                        ], missing: ["missing 第6", "missing 第7"]),
                ])))
    samples.append(
        ApplicationStep(
            event: ApplicationEvent.passOn, level: ReviewLevel.unit, organisation: 3703703670369,
            organisationName: "organisation_name 第4", atMs: -6172835, reason: "reason 第6"))
    samples.append(
        ApplicationsReply(
            outcomes: [
                ApplicationOutcome(
                    application: 1234567890123, state: ApplicationState.draft,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6")),
                ApplicationOutcome(
                    application: 3703703670369, state: ApplicationState.draft,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10")),
            ], done: 24690))
    samples.append(
        ApplyInvoiceRequest(
            order: 1234567890123,
            buyer: Buyer(kind: BuyerKind.organisation, title: "title 第2", taxNumber: "tax_number 第3")))
    samples.append(AskPhoneChangeReply(change: 1234567890123))
    samples.append(AskPhoneChangeRequest(phone: "phone 第1", code: "code 第2", reason: "reason 第3"))
    samples.append(AskRefundRequest(order: 1234567890123, kind: RefundKind.full, reason: "reason 第3"))
    samples.append(
        AskReviewReply(
            review: Review(
                kind: ReviewKind.booking, subject: 2469135780246, container: 3703703670369, title: "title 第4",
                person: 6172839450615, personName: "person_name 第6", state: ReviewState.approved,
                level: ReviewLevel.unit, organisation: 11111111011107, submittedMs: -12345670, changedMs: -13580237,
                reason: "reason 第12")))
    samples.append(AskReviewRequest(kind: ReviewKind.booking, subject: 2469135780246, reason: "reason 第3"))
    samples.append(AskVoidRequest(invoice: 1234567890123, reason: "reason 第2"))
    samples.append(
        AssignApplicationsRequest(
            round: 1234567890123, base: 2469135780246, applications: [3703703670369, 4938271560492]))
    samples.append(
        AttendanceStep(
            lacking: true, text: "text 第2", atMs: -3703701, log: [64, 147, 230, 57], sequence: 6172839450615))
    samples.append(
        AuditEntry(
            id: 1234567890123, atMs: -2469134, caller: -3703701, callerName: "caller_name 第4", address: "address 第5",
            method: "method 第6", outcome: 86415, detail: "detail 第8"))
    samples.append(
        AuthenticateReply(
            terminal: 1234567890123, base: 2469135780246, rosterKey: [48, 131, 214, 41], timeMs: -4938268))
    samples.append(AuthenticateRequest(deviceKey: [16, 99, 182, 9], proof: [32, 115, 198, 25]))
    samples.append(
        Award(
            id: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4", offering: 6172839450615,
            offeringTitle: "offering_title 第6", projectNumber: "project_number 第7", category: CreditCategory.i,
            creditsTenths: 111105, hoursTenths: 123450, activityDay: -11, state: AwardState.pending,
            reason: "reason 第13", awardedMs: -17283938))
    samples.append(
        AwardCreditReply(
            awarded: 12345, already: 24690, excluded: 37035,
            refused: [
                Eligible(
                    person: 1234567890123, number: "number 第2", name: "name 第3", eligible: true,
                    reasons: ["reasons 第5", "reasons 第6"], award: 7407407340738),
                Eligible(
                    person: 3703703670369, number: "number 第4", name: "name 第5", eligible: true,
                    reasons: ["reasons 第7", "reasons 第8"], award: 9876543120984),
            ], notEligible: 61725))
    samples.append(
        AwardCreditRequest(
            offering: 1234567890123, people: [2469135780246, 3703703670369], activityDay: -3,
            exclusions: [
                Exclusion(person: 1234567890123, reason: "reason 第2"),
                Exclusion(person: 3703703670369, reason: "reason 第4"),
            ]))
    samples.append(
        AwardInstructorRequest(
            offering: 1234567890123, course: 2469135780246, person: 3703703670369, hoursTenths: 49380))
    samples.append(BadRow(line: 12345, column: "column 第2", value: "value 第3", reason: "reason 第4"))
    samples.append(
        BasePage(
            base: 1234567890123, name: "name 第2", category: "category 第3", address: "address 第4", phone: "phone 第5",
            introduction: "introduction 第6"))
    samples.append(
        BasePageReply(
            page: BasePage(
                base: 1234567890123, name: "name 第2", category: "category 第3", address: "address 第4", phone: "phone 第5",
                introduction: "introduction 第6")))
    samples.append(BeginRegistrationReply(ticket: [16, 99, 182, 9], expiresMs: -2469134))
    samples.append(
        BeginRegistrationRequest(
            personName: "person_name 第1", idNumber: "id_number 第2",
            solution: Solution(puzzle: [16, 99, 182, 9], nonce: 145247719580765712)))
    samples.append(BeginStatementRequest(channel: PaymentChannel.alipay, day: -2, fileName: "file_name 第3"))
    samples.append(BookRequest(offering: 1234567890123))
    samples.append(BookSkillsExamRequest(offering: 1234567890123))
    samples.append(
        Booking(
            id: 1234567890123,
            session: CourseSession(
                offering: 1234567890123, base: 2469135780246, baseName: "base_name 第3", programme: 4938271560492,
                title: "title 第5", location: "location 第6", capacity: 86415, taken: 98760, state: SessionState.closed,
                modality: Modality.inPerson, startsMs: -13580237, endsMs: -14814804, timeZone: "time_zone 第13",
                feeFen: 17283950461722, hasOwnFee: true, asksPosition: true,
                lodgings: [
                    LodgingOption(name: "name 第1", fen: 2469135780246),
                    LodgingOption(name: "name 第3", fen: 4938271560492),
                ]), person: 3703703670369, personName: "person_name 第4", entitlement: 6172839450615,
            state: BookingState.waiting, reason: "reason 第7", createdMs: -9876536, changedMs: -11111103))
    samples.append(
        BookingReply(
            booking: Booking(
                id: 1234567890123,
                session: CourseSession(
                    offering: 1234567890123, base: 2469135780246, baseName: "base_name 第3", programme: 4938271560492,
                    title: "title 第5", location: "location 第6", capacity: 86415, taken: 98760,
                    state: SessionState.closed, modality: Modality.inPerson, startsMs: -13580237, endsMs: -14814804,
                    timeZone: "time_zone 第13", feeFen: 17283950461722, hasOwnFee: true, asksPosition: true,
                    lodgings: [
                        LodgingOption(name: "name 第1", fen: 2469135780246),
                        LodgingOption(name: "name 第3", fen: 4938271560492),
                    ]), person: 3703703670369, personName: "person_name 第4", entitlement: 6172839450615,
                state: BookingState.waiting, reason: "reason 第7", createdMs: -9876536, changedMs: -11111103),
            entitlement: Entitlement(
                id: 1234567890123, programme: 2469135780246, programmeName: "programme_name 第3",
                state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 7407407340738,
                cancellations: 86415, cancelLimit: 98760, booking: 11111111011107, createdMs: -12345670)))
    samples.append(
        BrowseBasesReply(
            bases: [
                BasePage(
                    base: 1234567890123, name: "name 第2", category: "category 第3", address: "address 第4",
                    phone: "phone 第5", introduction: "introduction 第6"),
                BasePage(
                    base: 3703703670369, name: "name 第4", category: "category 第5", address: "address 第6",
                    phone: "phone 第7", introduction: "introduction 第8"),
            ], next: 2469135780246))
    samples.append(BrowseBasesRequest(after: 1234567890123, limit: 24690, nameContains: "name_contains 第3"))
    samples.append(
        BrowseSessionsReply(
            sessions: [
                CourseSession(
                    offering: 1234567890123, base: 2469135780246, baseName: "base_name 第3", programme: 4938271560492,
                    title: "title 第5", location: "location 第6", capacity: 86415, taken: 98760,
                    state: SessionState.closed, modality: Modality.inPerson, startsMs: -13580237, endsMs: -14814804,
                    timeZone: "time_zone 第13", feeFen: 17283950461722, hasOwnFee: true, asksPosition: true,
                    lodgings: [
                        LodgingOption(name: "name 第1", fen: 2469135780246),
                        LodgingOption(name: "name 第3", fen: 4938271560492),
                    ]),
                CourseSession(
                    offering: 3703703670369, base: 4938271560492, baseName: "base_name 第5", programme: 7407407340738,
                    title: "title 第7", location: "location 第8", capacity: 111105, taken: 123450,
                    state: SessionState.closed, modality: Modality.inPerson, startsMs: -16049371, endsMs: -17283938,
                    timeZone: "time_zone 第15", feeFen: 19753086241968, hasOwnFee: true, asksPosition: true,
                    lodgings: [
                        LodgingOption(name: "name 第5", fen: 7407407340738),
                        LodgingOption(name: "name 第7", fen: 9876543120984),
                    ]),
            ], next: 2469135780246))
    samples.append(
        BrowseSessionsRequest(base: 1234567890123, programme: 2469135780246, after: 3703703670369, limit: 49380))
    samples.append(
        BrowseSkillsExamsReply(
            exams: [
                SkillsExam(
                    session: CourseSession(
                        offering: 1234567890123, base: 2469135780246, baseName: "base_name 第3",
                        programme: 4938271560492, title: "title 第5", location: "location 第6", capacity: 86415,
                        taken: 98760, state: SessionState.closed, modality: Modality.inPerson, startsMs: -13580237,
                        endsMs: -14814804, timeZone: "time_zone 第13", feeFen: 17283950461722, hasOwnFee: true,
                        asksPosition: true,
                        lodgings: [
                            LodgingOption(name: "name 第1", fen: 2469135780246),
                            LodgingOption(name: "name 第3", fen: 4938271560492),
                        ]), project: 2469135780246, checklist: 3703703670369, checklistTitle: "checklist_title 第4",
                    signInMs: -6172835,
                    examiners: [
                        ExamExaminer(person: 1234567890123, name: "name 第2", hasPin: true),
                        ExamExaminer(person: 3703703670369, name: "name 第4", hasPin: true),
                    ]),
                SkillsExam(
                    session: CourseSession(
                        offering: 6172839450615, base: 7407407340738, baseName: "base_name 第7",
                        programme: 9876543120984, title: "title 第9", location: "location 第10", capacity: 135795,
                        taken: 148140, state: SessionState.closed, modality: Modality.inPerson, startsMs: -18518505,
                        endsMs: -19753072, timeZone: "time_zone 第17", feeFen: 22222222022214, hasOwnFee: true,
                        asksPosition: true,
                        lodgings: [
                            LodgingOption(name: "name 第9", fen: 12345678901230),
                            LodgingOption(name: "name 第11", fen: 14814814681476),
                        ]), project: 4938271560492, checklist: 6172839450615, checklistTitle: "checklist_title 第6",
                    signInMs: -8641969,
                    examiners: [
                        ExamExaminer(person: 6172839450615, name: "name 第6", hasPin: true),
                        ExamExaminer(person: 8641975230861, name: "name 第8", hasPin: true),
                    ]),
            ], next: 2469135780246))
    samples.append(
        BrowseSkillsExamsRequest(base: 1234567890123, programme: 2469135780246, after: 3703703670369, limit: 49380))
    samples.append(Buyer(kind: BuyerKind.organisation, title: "title 第2", taxNumber: "tax_number 第3"))
    samples.append(
        BuyerReply(buyer: Buyer(kind: BuyerKind.organisation, title: "title 第2", taxNumber: "tax_number 第3")))
    samples.append(
        CallOptions(
            deadlineMs: 12345, idempotencyKey: [32, 115, 198, 25], actingRole: Role.person, locale: "locale 第4"))
    samples.append(CancelBookingRequest(booking: 1234567890123))
    samples.append(CancelInvoiceRequest(invoice: 1234567890123))
    samples.append(
        CancelJobReply(
            job: UploadJob(
                id: 1234567890123, kind: UploadKind.roster, target: 3703703670369, fileName: "file_name 第4",
                person: 6172839450615, dryRun: true, allOrNothing: true, state: JobState.waiting,
                revision: 11111111011107, rows: 123450, done: 135795, added: 148140, changed: 160485, unchanged: 172830,
                badCount: 185175, landed: true, encoding: "encoding 第17", hasAccounts: true,
                failure: Failure(
                    code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                    text: "text 第6"), createdMs: -24691340, finishedMs: -25925907, expiresMs: -27160474,
                undoes: 28395061472829, undoneBy: 29629629362952)))
    samples.append(CancelJobRequest(job: 1234567890123))
    samples.append(CancelLeaveRequest(leave: 1234567890123))
    samples.append(CancelOfferingRequest(offering: 1234567890123, reason: "reason 第2"))
    samples.append(
        CatalogueEntry(
            id: 1234567890123, kind: CatalogueKind.specialty, code: "code 第3", name: "name 第4", retired: true))
    samples.append(
        CertificateContent(
            kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3", title: "title 第4",
            projectNumber: "project_number 第5", level: ProjectLevel.national, category: CreditCategory.ii,
            creditsTenths: 98760, hoursTenths: 111105, firstDay: -10, lastDay: -11, modality: Modality.inPerson,
            issuer: "issuer 第13", issuedDay: -14, cohort: "cohort 第15", round: "round 第16", number: "number 第17"))
    samples.append(
        CertificateEntry(
            id: 1234567890123, code: "code 第2", state: CertificateState.replaced,
            content: CertificateContent(
                kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3", title: "title 第4",
                projectNumber: "project_number 第5", level: ProjectLevel.national, category: CreditCategory.ii,
                creditsTenths: 98760, hoursTenths: 111105, firstDay: -10, lastDay: -11, modality: Modality.inPerson,
                issuer: "issuer 第13", issuedDay: -14, cohort: "cohort 第15", round: "round 第16", number: "number 第17"),
            base: 6172839450615, person: 7407407340738, award: 8641975230861, reason: "reason 第8",
            replacedBy: 11111111011107))
    samples.append(CertificateFile(bytes: [16, 99, 182, 9], fileName: "file_name 第2"))
    samples.append(
        CertificateReply(
            certificate: CertificateEntry(
                id: 1234567890123, code: "code 第2", state: CertificateState.replaced,
                content: CertificateContent(
                    kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3", title: "title 第4",
                    projectNumber: "project_number 第5", level: ProjectLevel.national, category: CreditCategory.ii,
                    creditsTenths: 98760, hoursTenths: 111105, firstDay: -10, lastDay: -11, modality: Modality.inPerson,
                    issuer: "issuer 第13", issuedDay: -14, cohort: "cohort 第15", round: "round 第16", number: "number 第17"
                ), base: 6172839450615, person: 7407407340738, award: 8641975230861, reason: "reason 第8",
                replacedBy: 11111111011107)))
    samples.append(ChangeMembersReply(changed: 12345, unchanged: 24690))
    samples.append(
        ChangeMembersRequest(unit: 1234567890123, people: [2469135780246, 3703703670369], reason: "reason 第3"))
    samples.append(
        ChangeOfferingReply(
            offering: Offering(
                id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                title: "title 第5", state: OfferingState.draft,
                dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                windows: [
                    Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                    Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                modality: Modality.online,
                teaching: Teaching(instructors: [
                    Instructor(
                        course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                        hoursTenths: 61725),
                    Instructor(
                        course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                        hoursTenths: 86415),
                ]),
                documents: [
                    OfferingDocument(
                        id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380, size: 61725,
                        uploadedMs: -7407402, holds: true),
                    OfferingDocument(
                        id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070, size: 86415,
                        uploadedMs: -9876536, holds: true),
                ]),
            proposed: OfferingChange(
                id: 1234567890123, state: ReviewState.waiting,
                before: Offering(
                    id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                    title: "title 第5", state: OfferingState.draft,
                    dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                    windows: [
                        Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                        Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                    ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                    modality: Modality.online,
                    teaching: Teaching(instructors: [
                        Instructor(
                            course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                            hoursTenths: 61725),
                        Instructor(
                            course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                            hoursTenths: 86415),
                    ]),
                    documents: [
                        OfferingDocument(
                            id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380,
                            size: 61725, uploadedMs: -7407402, holds: true),
                        OfferingDocument(
                            id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070,
                            size: 86415, uploadedMs: -9876536, holds: true),
                    ]),
                after: Offering(
                    id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                    title: "title 第5", state: OfferingState.draft,
                    dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                    windows: [
                        Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                        Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                    ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                    modality: Modality.online,
                    teaching: Teaching(instructors: [
                        Instructor(
                            course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                            hoursTenths: 61725),
                        Instructor(
                            course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                            hoursTenths: 86415),
                    ]),
                    documents: [
                        OfferingDocument(
                            id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380,
                            size: 61725, uploadedMs: -7407402, holds: true),
                        OfferingDocument(
                            id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070,
                            size: 86415, uploadedMs: -9876536, holds: true),
                    ]), reason: "reason 第5", person: 7407407340738, personName: "person_name 第7", atMs: -9876536,
                decisionReason: "decision_reason 第9")))
    samples.append(
        ChangeOfferingRequest(
            offering: Offering(
                id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                title: "title 第5", state: OfferingState.draft,
                dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                windows: [
                    Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                    Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                modality: Modality.online,
                teaching: Teaching(instructors: [
                    Instructor(
                        course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                        hoursTenths: 61725),
                    Instructor(
                        course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                        hoursTenths: 86415),
                ]),
                documents: [
                    OfferingDocument(
                        id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380, size: 61725,
                        uploadedMs: -7407402, holds: true),
                    OfferingDocument(
                        id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070, size: 86415,
                        uploadedMs: -9876536, holds: true),
                ]), reason: "reason 第2"))
    samples.append(ChangeOrganisationPasswordReply())
    samples.append(ChangeOrganisationPasswordRequest(oldPassword: "old_password 第1", newPassword: "new_password 第2"))
    samples.append(
        ChangeOrganisationRequest(
            organisation: Organisation(
                id: 1234567890123, kind: OrganisationKind.region, name: "name 第3", parent: 4938271560492,
                level: RegionLevel.city, category: 7407407340738, trains: true, examines: true, employs: true,
                provides: true, closed: true, categoryName: "category_name 第12")))
    samples.append(ChangePasswordReply())
    samples.append(ChangePasswordRequest(oldPassword: "old_password 第1", newPassword: "new_password 第2"))
    samples.append(ChangePhoneReply(phone: "phone 第1"))
    samples.append(ChangePhoneRequest(oldCode: "old_code 第1", phone: "phone 第2", code: "code 第3"))
    samples.append(
        ChangePolicyRequest(
            programme: 1234567890123,
            changes: [
                PolicySwitch(name: "name 第1", value: "value 第2"), PolicySwitch(name: "name 第3", value: "value 第4"),
            ]))
    samples.append(
        ChangeProjectReply(
            project: Project(
                id: 1234567890123, number: "number 第2", name: "name 第3", level: ProjectLevel.national,
                category: CreditCategory.ii, hoursTenths: 74070, creditsTenths: 86415, owner: 9876543120984,
                courses: [
                    Course(id: 1234567890123, name: "name 第2", hoursTenths: 37035, creditsTenths: 49380),
                    Course(id: 3703703670369, name: "name 第4", hoursTenths: 61725, creditsTenths: 74070),
                ], runs: 123450, year: 135795, fromDay: -12, untilDay: -13, state: ProjectState.open, registered: 185175
            )))
    samples.append(
        ChangeProjectRequest(
            project: Project(
                id: 1234567890123, number: "number 第2", name: "name 第3", level: ProjectLevel.national,
                category: CreditCategory.ii, hoursTenths: 74070, creditsTenths: 86415, owner: 9876543120984,
                courses: [
                    Course(id: 1234567890123, name: "name 第2", hoursTenths: 37035, creditsTenths: 49380),
                    Course(id: 3703703670369, name: "name 第4", hoursTenths: 61725, creditsTenths: 74070),
                ], runs: 123450, year: 135795, fromDay: -12, untilDay: -13, state: ProjectState.open, registered: 185175
            )))
    samples.append(
        ChangeResponsibleReply(responsible: Responsible(person: 1234567890123, name: "name 第2", phone: "phone 第3")))
    samples.append(
        ChangeResponsibleRequest(organisation: 1234567890123, person: 2469135780246, name: "name 第3", phone: "phone 第4")
    )
    samples.append(
        ChangeRosterEntryReply(
            entry: RosterEntry(
                person: 1234567890123, number: "number 第2", name: "name 第3", unit: "unit 第4", title: "title 第5")))
    samples.append(
        ChangeRosterEntryRequest(
            offering: 1234567890123, number: "number 第2", newNumber: "new_number 第3", newName: "new_name 第4"))
    samples.append(
        ChangeRoundRequest(
            round: IntakeRound(
                id: 1234567890123, cohort: 2469135780246, programme: 3703703670369, name: "name 第4",
                kind: IntakeKind.base, needsUnitApproval: true, state: RoundState.open,
                enrolment: RoundWindow(fromMs: -1234567, toMs: -2469134),
                levels: [
                    RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -1234567, toMs: -2469134)),
                    RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -6172835, toMs: -7407402)),
                ], admission: RoundWindow(fromMs: -1234567, toMs: -2469134),
                batches: [
                    PreferenceBatch(
                        name: "name 第1", preferences: 24690, personTypes: [3703703670369, 4938271560492],
                        baseCategories: [4938271560492, 6172839450615]),
                    PreferenceBatch(
                        name: "name 第3", preferences: 49380, personTypes: [6172839450615, 7407407340738],
                        baseCategories: [7407407340738, 8641975230861]),
                ], province: 14814814681476, year: 160485, cohortName: "cohort_name 第14", timeZone: "time_zone 第15")))
    samples.append(
        ChangeTrainingRequest(
            base: 1234567890123, applications: [2469135780246, 3703703670369], step: TrainingStep.complete, day: -4,
            reason: "reason 第5"))
    samples.append(
        CheckAwardReply(
            terminals: [
                LateTerminal(terminal: 1234567890123, name: "name 第2", lastContactMs: -3703701),
                LateTerminal(terminal: 3703703670369, name: "name 第4", lastContactMs: -6172835),
            ], endsMs: -2469134, flagged: 37035))
    samples.append(CheckAwardRequest(offering: 1234567890123))
    samples.append(
        CheckInReply(
            atMs: -1234567, offering: 2469135780246, offeringTitle: "offering_title 第3", state: ScanState.counted))
    samples.append(CheckInRequest(code: "code 第1", device: [32, 115, 198, 25]))
    samples.append(
        CheckPaymentsReply(gateways: [
            CheckedGateway(channel: PaymentChannel.alipay, works: true, clockOffsetMs: -3703701, failure: "failure 第4"),
            CheckedGateway(channel: PaymentChannel.alipay, works: true, clockOffsetMs: -6172835, failure: "failure 第6"),
        ]))
    samples.append(CheckPaymentsRequest())
    samples.append(
        CheckedGateway(channel: PaymentChannel.alipay, works: true, clockOffsetMs: -3703701, failure: "failure 第4"))
    samples.append(
        Checklist(
            id: 1234567890123, programme: 2469135780246, title: "title 第3", edition: 49380, passMarkHundredths: 61725,
            items: [
                ChecklistItem(text: "text 第1", pointsHundredths: 24690, critical: true),
                ChecklistItem(text: "text 第3", pointsHundredths: 49380, critical: true),
            ], withdrawn: true, changedMs: -9876536))
    samples.append(
        ChecklistContent(items: [
            ChecklistItem(text: "text 第1", pointsHundredths: 24690, critical: true),
            ChecklistItem(text: "text 第3", pointsHundredths: 49380, critical: true),
        ]))
    samples.append(ChecklistItem(text: "text 第1", pointsHundredths: 24690, critical: true))
    samples.append(
        ChecklistReply(
            checklist: Checklist(
                id: 1234567890123, programme: 2469135780246, title: "title 第3", edition: 49380,
                passMarkHundredths: 61725,
                items: [
                    ChecklistItem(text: "text 第1", pointsHundredths: 24690, critical: true),
                    ChecklistItem(text: "text 第3", pointsHundredths: 49380, critical: true),
                ], withdrawn: true, changedMs: -9876536)))
    samples.append(
        Checkpoint(
            feed: [16, 99, 182, 9], cursor: [32, 115, 198, 25], count: 3703703670369, digest: [64, 147, 230, 57],
            snapshot: true))
    samples.append(
        ClaimMessagesReply(
            messages: [
                PersonalMessage(
                    id: 1234567890123, kind: MessageKind.enrolmentConfirmed, subject: 3703703670369, text: "text 第4",
                    details: ["details 第5", "details 第6"], createdMs: -7407402, shownMs: -8641969),
                PersonalMessage(
                    id: 3703703670369, kind: MessageKind.enrolmentConfirmed, subject: 6172839450615, text: "text 第6",
                    details: ["details 第7", "details 第8"], createdMs: -9876536, shownMs: -11111103),
            ], heldMs: 24690, retryMs: 37035, more: true))
    samples.append(ClaimMessagesRequest(device: [16, 99, 182, 9], limit: 24690))
    samples.append(
        ClaimParty(
            person: 1234567890123, name: "name 第2", phone: "phone 第3", level: IdentityLevel.declared, hasAccount: true,
            responsible: true))
    samples.append(CloseAccountReply())
    samples.append(CloseAccountRequest(password: "password 第1"))
    samples.append(
        ClosePaperReply(
            opening: PaperOpening(
                id: 1234567890123, base: 2469135780246, baseName: "base_name 第3", openedMs: -4938268, closedMs: -6172835
            )))
    samples.append(ClosePaperRequest(paper: 1234567890123, base: 2469135780246))
    samples.append(ClosePeriodRequest(lastDay: -1))
    samples.append(CloseRoundRequest(round: 1234567890123))
    samples.append(
        Cohort(
            id: 1234567890123, province: 2469135780246, year: 37035, name: "name 第4", provinceName: "province_name 第5"))
    samples.append(ComplainRequest(sitting: 1234567890123, reason: "reason 第2"))
    samples.append(
        CompletionCertificate(
            subject: 1234567890123,
            certificate: CertificateEntry(
                id: 1234567890123, code: "code 第2", state: CertificateState.replaced,
                content: CertificateContent(
                    kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3", title: "title 第4",
                    projectNumber: "project_number 第5", level: ProjectLevel.national, category: CreditCategory.ii,
                    creditsTenths: 98760, hoursTenths: 111105, firstDay: -10, lastDay: -11, modality: Modality.inPerson,
                    issuer: "issuer 第13", issuedDay: -14, cohort: "cohort 第15", round: "round 第16", number: "number 第17"
                ), base: 6172839450615, person: 7407407340738, award: 8641975230861, reason: "reason 第8",
                replacedBy: 11111111011107),
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6")))
    samples.append(
        ComplianceReply(
            compliance: CreditCompliance(
                person: 1234567890123, name: "name 第2", year: 37035, rule: 4938271560492, creditsTenths: 61725,
                hoursTenths: 74070, categoryITenths: 86415, categoryIiTenths: 98760, excessTenths: 111105, met: true,
                lacking: ["lacking 第11", "lacking 第12"], excused: "excused 第12")))
    samples.append(
        CorrectCertificateRequest(
            certificate: 1234567890123,
            content: CertificateContent(
                kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3", title: "title 第4",
                projectNumber: "project_number 第5", level: ProjectLevel.national, category: CreditCategory.ii,
                creditsTenths: 98760, hoursTenths: 111105, firstDay: -10, lastDay: -11, modality: Modality.inPerson,
                issuer: "issuer 第13", issuedDay: -14, cohort: "cohort 第15", round: "round 第16", number: "number 第17"),
            reason: "reason 第3"))
    samples.append(
        CorrectLedgerReply(
            posting: LedgerPosting(
                id: 1234567890123, atMs: -2469134, text: "text 第3", order: 4938271560492, unitPayment: 6172839450615,
                entries: [
                    LedgerEntry(account: LedgerAccount.alipay, fen: -2469134),
                    LedgerEntry(account: LedgerAccount.alipay, fen: -4938268),
                ])))
    samples.append(
        CorrectLedgerRequest(
            from: LedgerAccount.alipay, to: LedgerAccount.weChat, fen: 3703703670369, reason: "reason 第4",
            order: 6172839450615))
    samples.append(
        CorrectOutsideRequest(
            record: OutsideRecord(
                id: 1234567890123, organisation: 2469135780246, organisationName: "organisation_name 第3",
                state: OutsideState.fromOutside, name: "name 第5", idNumber: "id_number 第6", title: "title 第7", day: -8,
                mark: "mark 第9", hoursTenths: 123450, creditsTenths: 135795, category: CreditCategory.i,
                reason: "reason 第13"), reason: "reason 第2"))
    samples.append(
        CountAdmittedReply(counts: [
            AdmittedCount(
                round: 1234567890123, roundName: "round_name 第2", city: 3703703670369, cityName: "city_name 第4",
                specialty: 6172839450615, specialtyName: "specialty_name 第6", admitted: 86415, inTraining: 98760,
                completed: 111105, withdrawn: 123450),
            AdmittedCount(
                round: 3703703670369, roundName: "round_name 第4", city: 6172839450615, cityName: "city_name 第6",
                specialty: 8641975230861, specialtyName: "specialty_name 第8", admitted: 111105, inTraining: 123450,
                completed: 135795, withdrawn: 148140),
        ]))
    samples.append(CountAdmittedRequest(organisation: 1234567890123, cohort: 2469135780246, round: 3703703670369))
    samples.append(Course(id: 1234567890123, name: "name 第2", hoursTenths: 37035, creditsTenths: 49380))
    samples.append(
        CourseSession(
            offering: 1234567890123, base: 2469135780246, baseName: "base_name 第3", programme: 4938271560492,
            title: "title 第5", location: "location 第6", capacity: 86415, taken: 98760, state: SessionState.closed,
            modality: Modality.inPerson, startsMs: -13580237, endsMs: -14814804, timeZone: "time_zone 第13",
            feeFen: 17283950461722, hasOwnFee: true, asksPosition: true,
            lodgings: [
                LodgingOption(name: "name 第1", fen: 2469135780246), LodgingOption(name: "name 第3", fen: 4938271560492),
            ]))
    samples.append(CreateAccountReply(person: 1234567890123, initialPassword: "initial_password 第2"))
    samples.append(
        CreateAccountRequest(
            name: "name 第1", personName: "person_name 第2", phone: "phone 第3",
            roles: [
                RoleGrant(role: Role.person, organisation: 2469135780246, organisationName: "organisation_name 第3"),
                RoleGrant(role: Role.person, organisation: 4938271560492, organisationName: "organisation_name 第5"),
            ]))
    samples.append(
        CreateCohortReply(
            cohort: Cohort(
                id: 1234567890123, province: 2469135780246, year: 37035, name: "name 第4",
                provinceName: "province_name 第5")))
    samples.append(CreateCohortRequest(province: 1234567890123, year: 24690, name: "name 第3"))
    samples.append(CreateEnrolmentCodeReply(code: "code 第1", expiresMs: -2469134, card: "card 第3"))
    samples.append(CreateEnrolmentCodeRequest(base: 1234567890123, name: "name 第2"))
    samples.append(
        CreateOfferingRequest(
            offering: Offering(
                id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                title: "title 第5", state: OfferingState.draft,
                dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                windows: [
                    Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                    Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                modality: Modality.online,
                teaching: Teaching(instructors: [
                    Instructor(
                        course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                        hoursTenths: 61725),
                    Instructor(
                        course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                        hoursTenths: 86415),
                ]),
                documents: [
                    OfferingDocument(
                        id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380, size: 61725,
                        uploadedMs: -7407402, holds: true),
                    OfferingDocument(
                        id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070, size: 86415,
                        uploadedMs: -9876536, holds: true),
                ])))
    samples.append(CreateOrganisationAccountReply(name: "name 第1", initialPassword: "initial_password 第2"))
    samples.append(CreateOrganisationAccountRequest(organisation: 1234567890123, name: "name 第2"))
    samples.append(
        CreateOrganisationReply(
            organisation: Organisation(
                id: 1234567890123, kind: OrganisationKind.region, name: "name 第3", parent: 4938271560492,
                level: RegionLevel.city, category: 7407407340738, trains: true, examines: true, employs: true,
                provides: true, closed: true, categoryName: "category_name 第12")))
    samples.append(
        CreateOrganisationRequest(
            kind: OrganisationKind.commission, name: "name 第2", parent: 3703703670369, level: RegionLevel.province,
            category: 6172839450615, trains: true, examines: true, employs: true, provides: true))
    samples.append(
        CreateProgrammeReply(
            programme: Programme(
                id: 1234567890123, name: "name 第2", preset: "preset 第3", timeZone: "time_zone 第4",
                policy: [
                    PolicySwitch(name: "name 第1", value: "value 第2"), PolicySwitch(name: "name 第3", value: "value 第4"),
                ])))
    samples.append(
        CreateProgrammeRequest(
            name: "name 第1", preset: "preset 第2", timeZone: "time_zone 第3",
            changes: [
                PolicySwitch(name: "name 第1", value: "value 第2"), PolicySwitch(name: "name 第3", value: "value 第4"),
            ]))
    samples.append(
        CreateProjectReply(
            project: Project(
                id: 1234567890123, number: "number 第2", name: "name 第3", level: ProjectLevel.national,
                category: CreditCategory.ii, hoursTenths: 74070, creditsTenths: 86415, owner: 9876543120984,
                courses: [
                    Course(id: 1234567890123, name: "name 第2", hoursTenths: 37035, creditsTenths: 49380),
                    Course(id: 3703703670369, name: "name 第4", hoursTenths: 61725, creditsTenths: 74070),
                ], runs: 123450, year: 135795, fromDay: -12, untilDay: -13, state: ProjectState.open, registered: 185175
            )))
    samples.append(
        CreateProjectRequest(
            project: Project(
                id: 1234567890123, number: "number 第2", name: "name 第3", level: ProjectLevel.national,
                category: CreditCategory.ii, hoursTenths: 74070, creditsTenths: 86415, owner: 9876543120984,
                courses: [
                    Course(id: 1234567890123, name: "name 第2", hoursTenths: 37035, creditsTenths: 49380),
                    Course(id: 3703703670369, name: "name 第4", hoursTenths: 61725, creditsTenths: 74070),
                ], runs: 123450, year: 135795, fromDay: -12, untilDay: -13, state: ProjectState.open, registered: 185175
            )))
    samples.append(
        CreateRoundRequest(
            round: IntakeRound(
                id: 1234567890123, cohort: 2469135780246, programme: 3703703670369, name: "name 第4",
                kind: IntakeKind.base, needsUnitApproval: true, state: RoundState.open,
                enrolment: RoundWindow(fromMs: -1234567, toMs: -2469134),
                levels: [
                    RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -1234567, toMs: -2469134)),
                    RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -6172835, toMs: -7407402)),
                ], admission: RoundWindow(fromMs: -1234567, toMs: -2469134),
                batches: [
                    PreferenceBatch(
                        name: "name 第1", preferences: 24690, personTypes: [3703703670369, 4938271560492],
                        baseCategories: [4938271560492, 6172839450615]),
                    PreferenceBatch(
                        name: "name 第3", preferences: 49380, personTypes: [6172839450615, 7407407340738],
                        baseCategories: [7407407340738, 8641975230861]),
                ], province: 14814814681476, year: 160485, cohortName: "cohort_name 第14", timeZone: "time_zone 第15")))
    samples.append(Credit(bytes: 12345))
    samples.append(
        CreditCompliance(
            person: 1234567890123, name: "name 第2", year: 37035, rule: 4938271560492, creditsTenths: 61725,
            hoursTenths: 74070, categoryITenths: 86415, categoryIiTenths: 98760, excessTenths: 111105, met: true,
            lacking: ["lacking 第11", "lacking 第12"], excused: "excused 第12"))
    samples.append(
        CreditDifference(
            award: Award(
                id: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4", offering: 6172839450615,
                offeringTitle: "offering_title 第6", projectNumber: "project_number 第7", category: CreditCategory.i,
                creditsTenths: 111105, hoursTenths: 123450, activityDay: -11, state: AwardState.pending,
                reason: "reason 第13", awardedMs: -17283938), reasons: ["reasons 第2", "reasons 第3"]))
    samples.append(
        CreditEntry(
            ordinal: 12345, event: CreditEvent.awarded, state: AwardState.effective, reason: "reason 第4",
            person: 6172839450615, personName: "person_name 第6", atMs: -8641969))
    samples.append(
        CreditStep(
            kind: CreditStepKind.window, lacking: true, text: "text 第3", atMs: -4938268, subject: 6172839450615,
            log: [96, 179, 6, 89], sequence: 8641975230861))
    samples.append(
        CreditYearRule(
            id: 1234567890123, fromYear: 24690, toYear: 37035, province: 4938271560492, unitLevel: RegionLevel.city,
            titles: ["titles 第6", "titles 第7"], creditsTenths: 86415, hoursTenths: 98760, categoryITenths: 111105,
            categoryIiTenths: 123450, projectCapTenths: 135795, categoryICapTenths: 148140, categoryIiCapTenths: 160485,
            years: 172830, basis: "basis 第15"))
    samples.append(
        DecideReviewsReply(
            outcomes: [
                ReviewOutcome(
                    subject: 1234567890123, state: ReviewState.waiting, level: ReviewLevel.county,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6")),
                ReviewOutcome(
                    subject: 3703703670369, state: ReviewState.waiting, level: ReviewLevel.county,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10")),
            ], decided: 24690))
    samples.append(
        DecideReviewsRequest(
            kind: ReviewKind.booking, subjects: [2469135780246, 3703703670369], action: ReviewAction.approve,
            reason: "reason 第4"))
    samples.append(
        DecideSheetReply(
            result: SkillsResult(
                offering: 1234567890123, title: "title 第2", baseName: "base_name 第3", startsMs: -4938268,
                timeZone: "time_zone 第5", person: 7407407340738, number: "number 第7", name: "name 第8",
                booking: 11111111011107, bookingState: BookingState.waiting, outcome: SkillsOutcome.passed,
                scoreState: ScoreState.value, valueHundredths: 160485,
                sheets: [
                    ScoredSheet(
                        mark: ScoreSibling(
                            log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369,
                            actorName: "actor_name 第4", valueHundredths: 61725, atMs: -7407402,
                            terminalName: "terminal_name 第7", kind: 98760), checklist: 2469135780246, edition: 37035,
                        passMarkHundredths: 49380,
                        items: [
                            ScoredItem(
                                text: "text 第1", pointsHundredths: 24690, critical: true, earnedHundredths: 49380,
                                failed: true),
                            ScoredItem(
                                text: "text 第3", pointsHundredths: 49380, critical: true, earnedHundredths: 74070,
                                failed: true),
                        ], stands: true, reason: "reason 第7"),
                    ScoredSheet(
                        mark: ScoreSibling(
                            log: [80, 163, 246, 73], sequence: 7407407340738, actor: 8641975230861,
                            actorName: "actor_name 第8", valueHundredths: 111105, atMs: -12345670,
                            terminalName: "terminal_name 第11", kind: 148140), checklist: 4938271560492, edition: 61725,
                        passMarkHundredths: 74070,
                        items: [
                            ScoredItem(
                                text: "text 第5", pointsHundredths: 74070, critical: true, earnedHundredths: 98760,
                                failed: true),
                            ScoredItem(
                                text: "text 第7", pointsHundredths: 98760, critical: true, earnedHundredths: 123450,
                                failed: true),
                        ], stands: true, reason: "reason 第9"),
                ], signedIn: true, context: [0, 83, 166, 249])))
    samples.append(
        DecideSheetRequest(
            offering: 1234567890123, person: 2469135780246,
            marks: [
                SheetMark(earnedHundredths: 12345, failed: true), SheetMark(earnedHundredths: 37035, failed: true),
            ], reason: "reason 第4", context: [80, 163, 246, 73]))
    samples.append(
        DecideWalkInsReply(
            outcomes: [
                DecidedWalkIn(
                    id: 1234567890123,
                    walkIn: WalkIn(
                        id: 1234567890123, offering: 2469135780246, number: "number 第3", person: 4938271560492,
                        state: WalkInState.flagged, name: "name 第6", idNumber: "id_number 第7", phone: "phone 第8",
                        title: "title 第9", unit: "unit 第10", knownPerson: 13580246791353, knownName: "known_name 第12",
                        oneDevice: true, terminal: 17283950461722, atMs: -18518505, reason: "reason 第16"),
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6")),
                DecidedWalkIn(
                    id: 3703703670369,
                    walkIn: WalkIn(
                        id: 6172839450615, offering: 7407407340738, number: "number 第7", person: 9876543120984,
                        state: WalkInState.flagged, name: "name 第10", idNumber: "id_number 第11", phone: "phone 第12",
                        title: "title 第13", unit: "unit 第14", knownPerson: 18518518351845, knownName: "known_name 第16",
                        oneDevice: true, terminal: 22222222022214, atMs: -23456773, reason: "reason 第20"),
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10")),
            ], decided: 24690))
    samples.append(
        DecideWalkInsRequest(
            offering: 1234567890123, walkIns: [2469135780246, 3703703670369], ruling: WalkInRuling.isKnown,
            reason: "reason 第4"))
    samples.append(
        DecideWorkReply(
            outcomes: [
                WorkOutcome(
                    log: [16, 99, 182, 9], sequence: 2469135780246,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6")),
                WorkOutcome(
                    log: [48, 131, 214, 41], sequence: 4938271560492,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10")),
            ], decided: 24690))
    samples.append(
        DecideWorkRequest(
            facts: [
                DecidedFact(log: [16, 99, 182, 9], sequence: 2469135780246, context: [48, 131, 214, 41]),
                DecidedFact(log: [48, 131, 214, 41], sequence: 4938271560492, context: [80, 163, 246, 73]),
            ], ruling: Ruling.counts, person: 3703703670369, offering: 4938271560492, countsAtMs: -6172835,
            reason: "reason 第6"))
    samples.append(DecidedFact(log: [16, 99, 182, 9], sequence: 2469135780246, context: [48, 131, 214, 41]))
    samples.append(
        DecidedWalkIn(
            id: 1234567890123,
            walkIn: WalkIn(
                id: 1234567890123, offering: 2469135780246, number: "number 第3", person: 4938271560492,
                state: WalkInState.flagged, name: "name 第6", idNumber: "id_number 第7", phone: "phone 第8",
                title: "title 第9", unit: "unit 第10", knownPerson: 13580246791353, knownName: "known_name 第12",
                oneDevice: true, terminal: 17283950461722, atMs: -18518505, reason: "reason 第16"),
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6")))
    samples.append(DeclineAdmissionRequest(application: 1234567890123, reason: "reason 第2"))
    samples.append(DeleteOfferingReply())
    samples.append(DeleteOfferingRequest(offering: 1234567890123))
    samples.append(DeletePostReportReply())
    samples.append(DeleteQuestionReply())
    samples.append(DeleteQuestionRequest(question: 1234567890123))
    samples.append(
        DescribeBaseRequest(
            base: 1234567890123, address: "address 第2", phone: "phone 第3", introduction: "introduction 第4"))
    samples.append(
        DifferenceOutcome(
            difference: 1234567890123,
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6")))
    samples.append(
        DisableAccountRequest(whose: AccountChoice(account: "account 第1", person: 2469135780246), reason: "reason 第2"))
    samples.append(
        DispositionValue(log: [16, 99, 182, 9], code: ErrorCode.badFrame, runs: [3703703670369, 4938271560492]))
    samples.append(DocumentChunk(bytes: [16, 99, 182, 9]))
    samples.append(
        DoublePlace(
            id: 1234567890123, person: 2469135780246, personName: "person_name 第3",
            earlier: Entitlement(
                id: 1234567890123, programme: 2469135780246, programmeName: "programme_name 第3",
                state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 7407407340738,
                cancellations: 86415, cancelLimit: 98760, booking: 11111111011107, createdMs: -12345670),
            later: Entitlement(
                id: 1234567890123, programme: 2469135780246, programmeName: "programme_name 第3",
                state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 7407407340738,
                cancellations: 86415, cancelLimit: 98760, booking: 11111111011107, createdMs: -12345670),
            state: DoublePlaceState.waiting, reason: "reason 第7", decidedBy: "decided_by 第8", foundMs: -11111103))
    samples.append(
        DoublePlaceReply(
            place: DoublePlace(
                id: 1234567890123, person: 2469135780246, personName: "person_name 第3",
                earlier: Entitlement(
                    id: 1234567890123, programme: 2469135780246, programmeName: "programme_name 第3",
                    state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 7407407340738,
                    cancellations: 86415, cancelLimit: 98760, booking: 11111111011107, createdMs: -12345670),
                later: Entitlement(
                    id: 1234567890123, programme: 2469135780246, programmeName: "programme_name 第3",
                    state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 7407407340738,
                    cancellations: 86415, cancelLimit: 98760, booking: 11111111011107, createdMs: -12345670),
                state: DoublePlaceState.waiting, reason: "reason 第7", decidedBy: "decided_by 第8", foundMs: -11111103)))
    samples.append(
        DrawFigureRequest(
            title: "title 第1", form: FigureForm.bars,
            bars: [
                FigureBar(label: "label 第1", value: 24690, whole: 37035),
                FigureBar(label: "label 第3", value: 49380, whole: 61725),
            ]))
    samples.append(DropOutboxEntryRequest(entry: 1234567890123, reason: "reason 第2"))
    samples.append(EchoReply(body: [16, 99, 182, 9]))
    samples.append(EchoRequest(body: [16, 99, 182, 9]))
    samples.append(EditNoticeRequest(notice: 1234567890123, revision: 24690, title: "title 第3", body: "body 第4"))
    samples.append(
        Eligible(
            person: 1234567890123, number: "number 第2", name: "name 第3", eligible: true,
            reasons: ["reasons 第5", "reasons 第6"], award: 7407407340738))
    samples.append(EnableAccountRequest(whose: AccountChoice(account: "account 第1", person: 2469135780246)))
    samples.append(EnableQuestionsReply(changed: 12345, enabled: 24690, needed: 37035))
    samples.append(
        EnableQuestionsRequest(bank: 1234567890123, questions: [2469135780246, 3703703670369], enabled: true))
    samples.append(EnrolReply(terminal: 1234567890123, name: "name 第2", base: 3703703670369, baseName: "base_name 第4"))
    samples.append(EnrolRequest(secret: [16, 99, 182, 9], deviceKey: [32, 115, 198, 25], proof: [48, 131, 214, 41]))
    samples.append(
        EnrolmentForm(
            batch: 12345, personType: 2469135780246, specialty: 3703703670369, title: 4938271560492, titleSince: -5,
            specialtySince: -6, preferences: [8641975230861, 9876543120984]))
    samples.append(
        EnterCreditReply(awards: [
            Award(
                id: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4", offering: 6172839450615,
                offeringTitle: "offering_title 第6", projectNumber: "project_number 第7", category: CreditCategory.i,
                creditsTenths: 111105, hoursTenths: 123450, activityDay: -11, state: AwardState.pending,
                reason: "reason 第13", awardedMs: -17283938),
            Award(
                id: 3703703670369, person: 4938271560492, number: "number 第5", name: "name 第6", offering: 8641975230861,
                offeringTitle: "offering_title 第8", projectNumber: "project_number 第9", category: CreditCategory.i,
                creditsTenths: 135795, hoursTenths: 148140, activityDay: -13, state: AwardState.pending,
                reason: "reason 第15", awardedMs: -19753072),
        ]))
    samples.append(
        EnterCreditRequest(
            offering: 1234567890123, people: [2469135780246, 3703703670369], creditsTenths: 37035, hoursTenths: 49380,
            activityDay: -5, reason: "reason 第6"))
    samples.append(
        EnterOutsideRequest(
            organisation: 1234567890123,
            record: OutsideRecord(
                id: 1234567890123, organisation: 2469135780246, organisationName: "organisation_name 第3",
                state: OutsideState.fromOutside, name: "name 第5", idNumber: "id_number 第6", title: "title 第7", day: -8,
                mark: "mark 第9", hoursTenths: 123450, creditsTenths: 135795, category: CreditCategory.i,
                reason: "reason 第13")))
    samples.append(
        Entitlement(
            id: 1234567890123, programme: 2469135780246, programmeName: "programme_name 第3",
            state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 7407407340738,
            cancellations: 86415, cancelLimit: 98760, booking: 11111111011107, createdMs: -12345670))
    samples.append(
        EvaluateRequest(
            target: EvaluationTarget(subject: EvaluationSubject.course, offering: 2469135780246, course: 3703703670369),
            answers: [
                EvaluationAnswer(rating: 12345, text: "text 第2"), EvaluationAnswer(rating: 37035, text: "text 第4"),
            ]))
    samples.append(
        EvaluatedClass(
            offering: 1234567890123, title: "title 第2", firstDay: -3, counted: 49380, asked: 61725,
            ratings: [
                EvaluatedRating(question: "question 第1", meanHundredths: 24690),
                EvaluatedRating(question: "question 第3", meanHundredths: 49380),
            ]))
    samples.append(EvaluatedRating(question: "question 第1", meanHundredths: 24690))
    samples.append(
        Evaluation(
            target: EvaluationTarget(subject: EvaluationSubject.course, offering: 2469135780246, course: 3703703670369),
            title: "title 第2", opensMs: -3703701, givenMs: -4938268, counted: true, obstacle: "obstacle 第6",
            questions: [
                EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第2"),
                EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第4"),
            ],
            answers: [
                EvaluationAnswer(rating: 12345, text: "text 第2"), EvaluationAnswer(rating: 37035, text: "text 第4"),
            ]))
    samples.append(EvaluationAnswer(rating: 12345, text: "text 第2"))
    samples.append(
        EvaluationAnswers(answers: [
            EvaluationAnswer(rating: 12345, text: "text 第2"), EvaluationAnswer(rating: 37035, text: "text 第4"),
        ]))
    samples.append(
        EvaluationFigure(
            question: EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第2"), counts: [24690, 37035],
            texts: 37035))
    samples.append(
        EvaluationFiguresReply(
            title: "title 第1", counted: 24690, asked: 37035,
            figures: [
                EvaluationFigure(
                    question: EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第2"),
                    counts: [24690, 37035], texts: 37035),
                EvaluationFigure(
                    question: EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第6"),
                    counts: [49380, 61725], texts: 61725),
            ]))
    samples.append(
        EvaluationFiguresRequest(
            target: EvaluationTarget(subject: EvaluationSubject.course, offering: 2469135780246, course: 3703703670369))
    )
    samples.append(EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第2"))
    samples.append(
        EvaluationReply(
            evaluation: Evaluation(
                target: EvaluationTarget(
                    subject: EvaluationSubject.course, offering: 2469135780246, course: 3703703670369),
                title: "title 第2", opensMs: -3703701, givenMs: -4938268, counted: true, obstacle: "obstacle 第6",
                questions: [
                    EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第2"),
                    EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第4"),
                ],
                answers: [
                    EvaluationAnswer(rating: 12345, text: "text 第2"), EvaluationAnswer(rating: 37035, text: "text 第4"),
                ])))
    samples.append(EvaluationTarget(subject: EvaluationSubject.course, offering: 2469135780246, course: 3703703670369))
    samples.append(EvaluationTextsReply(texts: ["texts 第1", "texts 第2"], next: 24690))
    samples.append(
        EvaluationTextsRequest(
            target: EvaluationTarget(subject: EvaluationSubject.course, offering: 2469135780246, course: 3703703670369),
            question: 24690, after: 37035, limit: 49380))
    samples.append(Event(kind: EventKind.revoked, position: 2469135780246))
    samples.append(ExamExaminer(person: 1234567890123, name: "name 第2", hasPin: true))
    samples.append(ExaminerValue(person: 1234567890123, account: "account 第2", encryptedName: [48, 131, 214, 41]))
    samples.append(Exclusion(person: 1234567890123, reason: "reason 第2"))
    samples.append(ExcuseYearRequest(person: 1234567890123, year: 24690, reason: "reason 第3"))
    samples.append(
        ExplainAttendanceReply(
            person: 1234567890123, number: "number 第2", name: "name 第3", present: true,
            steps: [
                AttendanceStep(
                    lacking: true, text: "text 第2", atMs: -3703701, log: [64, 147, 230, 57], sequence: 6172839450615),
                AttendanceStep(
                    lacking: true, text: "text 第4", atMs: -6172835, log: [96, 179, 6, 89], sequence: 8641975230861),
            ]))
    samples.append(ExplainAttendanceRequest(offering: 1234567890123, person: 2469135780246))
    samples.append(
        ExplainAwardReply(
            award: Award(
                id: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4", offering: 6172839450615,
                offeringTitle: "offering_title 第6", projectNumber: "project_number 第7", category: CreditCategory.i,
                creditsTenths: 111105, hoursTenths: 123450, activityDay: -11, state: AwardState.pending,
                reason: "reason 第13", awardedMs: -17283938),
            steps: [
                CreditStep(
                    kind: CreditStepKind.window, lacking: true, text: "text 第3", atMs: -4938268, subject: 6172839450615,
                    log: [96, 179, 6, 89], sequence: 8641975230861),
                CreditStep(
                    kind: CreditStepKind.window, lacking: true, text: "text 第5", atMs: -7407402, subject: 8641975230861,
                    log: [128, 211, 38, 121], sequence: 11111111011107),
            ],
            entries: [
                CreditEntry(
                    ordinal: 12345, event: CreditEvent.awarded, state: AwardState.effective, reason: "reason 第4",
                    person: 6172839450615, personName: "person_name 第6", atMs: -8641969),
                CreditEntry(
                    ordinal: 37035, event: CreditEvent.awarded, state: AwardState.effective, reason: "reason 第6",
                    person: 8641975230861, personName: "person_name 第8", atMs: -11111103),
            ]))
    samples.append(ExplainAwardRequest(award: 1234567890123))
    samples.append(ExportAdmittedRequest(organisation: 1234567890123, round: 2469135780246))
    samples.append(ExportChunk(bytes: [16, 99, 182, 9]))
    samples.append(ExportInvoicesRequest(programme: 1234567890123, state: InvoiceState.applied))
    samples.append(ExportPeriodRequest(period: 1234567890123))
    samples.append(ExportQuestionsRequest(bank: 1234567890123))
    samples.append(ExportRequest(kind: ExportKind.eligible, offering: 2469135780246))
    samples.append(
        Failure(
            code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
            text: "text 第6"))
    samples.append(FavouriteReply())
    samples.append(FavouriteRequest(notice: 1234567890123))
    samples.append(FeatureNoticesRequest(notices: [1234567890123, 2469135780246]))
    samples.append(Fee(programme: 1234567890123, fromDay: -2, fen: 3703703670369))
    samples.append(FigureBar(label: "label 第1", value: 24690, whole: 37035))
    samples.append(FigurePicture(png: [16, 99, 182, 9]))
    samples.append(
        FinishOrganisationLoginRequest(
            ticket: [16, 99, 182, 9], person: 2469135780246, code: "code 第3", newPassword: "new_password 第4"))
    samples.append(FinishRefundRequest(refund: 1234567890123, reference: "reference 第2"))
    samples.append(FinishStatementRequest(statement: 1234567890123, rows: 2469135780246))
    samples.append(ForgetAccountsReply())
    samples.append(ForgetAccountsRequest(job: 1234567890123))
    samples.append(
        GatewayCall(
            act: GatewayAct.query, channel: PaymentChannel.weChat, payment: 3703703670369, refund: 4938271560492,
            number: "number 第5", madeMs: -7407402, amountFen: 8641975230861, description: "description 第8",
            expiresMs: -11111103, transaction: "transaction 第10", refundNumber: "refund_number 第11",
            refundMadeMs: -14814804, refundFen: 16049382571599, reason: "reason 第14"))
    samples.append(
        GatewayStatement(
            id: 1234567890123, channel: PaymentChannel.weChat, day: -3, state: StatementState.running,
            fileName: "file_name 第5", rows: 7407407340738, matched: 8641975230861, missingHere: 9876543120984,
            missingThere: 11111111011107, different: 12345678901230, repeated: 13580246791353, paidFen: 14814814681476,
            refundedFen: 16049382571599, open: 17283950461722, createdMs: -18518505, finishedMs: -19753072,
            person: 20987654132091, personName: "person_name 第18"))
    samples.append(
        GetAccountReply(
            account: StaffAccount(
                person: 1234567890123, account: "account 第2", name: "name 第3",
                roles: [
                    RoleGrant(role: Role.person, organisation: 2469135780246, organisationName: "organisation_name 第3"),
                    RoleGrant(role: Role.person, organisation: 4938271560492, organisationName: "organisation_name 第5"),
                ], disabledMs: -6172835, lastLoginMs: -7407402, mustChangePassword: true)))
    samples.append(GetAccountRequest(whose: AccountChoice(account: "account 第1", person: 2469135780246)))
    samples.append(GetApplicationRequest(application: 1234567890123))
    samples.append(GetBookingRequest(booking: 1234567890123))
    samples.append(GetBuyerRequest())
    samples.append(GetCertificateFileRequest(certificate: 1234567890123))
    samples.append(GetCertificateRequest(certificate: 1234567890123))
    samples.append(GetChallengeReply(puzzle: [16, 99, 182, 9], difficulty: 24690, expiresMs: -3703701))
    samples.append(GetChallengeRequest())
    samples.append(GetChecklistRequest(checklist: 1234567890123, edition: 24690))
    samples.append(
        GetClaimReply(
            claim: 1234567890123, state: ClaimState.waiting, name: "name 第3", idNumber: "id_number 第4",
            withPhotos: true,
            photos: [
                Photo(
                    side: PhotoSide.back, format: PhotoFormat.jpeg, width: 37035, height: 49380, size: 61725,
                    uploadedMs: -7407402),
                Photo(
                    side: PhotoSide.back, format: PhotoFormat.jpeg, width: 61725, height: 74070, size: 86415,
                    uploadedMs: -9876536),
            ],
            claimant: ClaimParty(
                person: 1234567890123, name: "name 第2", phone: "phone 第3", level: IdentityLevel.declared,
                hasAccount: true, responsible: true),
            holder: ClaimParty(
                person: 1234567890123, name: "name 第2", phone: "phone 第3", level: IdentityLevel.declared,
                hasAccount: true, responsible: true), submittedMs: -11111103))
    samples.append(GetClaimRequest(claim: 1234567890123))
    samples.append(GetDocumentRequest(document: 1234567890123))
    samples.append(
        GetEvaluationRequest(
            target: EvaluationTarget(subject: EvaluationSubject.course, offering: 2469135780246, course: 3703703670369))
    )
    samples.append(GetInvoiceFileRequest(invoice: 1234567890123))
    samples.append(GetJobFileRequest(job: 1234567890123, file: JobFile.mend))
    samples.append(
        GetJobReply(
            job: UploadJob(
                id: 1234567890123, kind: UploadKind.roster, target: 3703703670369, fileName: "file_name 第4",
                person: 6172839450615, dryRun: true, allOrNothing: true, state: JobState.waiting,
                revision: 11111111011107, rows: 123450, done: 135795, added: 148140, changed: 160485, unchanged: 172830,
                badCount: 185175, landed: true, encoding: "encoding 第17", hasAccounts: true,
                failure: Failure(
                    code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                    text: "text 第6"), createdMs: -24691340, finishedMs: -25925907, expiresMs: -27160474,
                undoes: 28395061472829, undoneBy: 29629629362952),
            bad: [
                BadRow(line: 12345, column: "column 第2", value: "value 第3", reason: "reason 第4"),
                BadRow(line: 37035, column: "column 第4", value: "value 第5", reason: "reason 第6"),
            ]))
    samples.append(GetJobRequest(job: 1234567890123, seen: 2469135780246, waitMs: 37035, withBad: true))
    samples.append(GetNoticeRequest(notice: 1234567890123))
    samples.append(GetOfferingRequest(offering: 1234567890123))
    samples.append(GetOrderRequest(order: 1234567890123))
    samples.append(
        GetOrganisationReply(
            organisation: Organisation(
                id: 1234567890123, kind: OrganisationKind.region, name: "name 第3", parent: 4938271560492,
                level: RegionLevel.city, category: 7407407340738, trains: true, examines: true, employs: true,
                provides: true, closed: true, categoryName: "category_name 第12"),
            above: [
                Organisation(
                    id: 1234567890123, kind: OrganisationKind.region, name: "name 第3", parent: 4938271560492,
                    level: RegionLevel.city, category: 7407407340738, trains: true, examines: true, employs: true,
                    provides: true, closed: true, categoryName: "category_name 第12"),
                Organisation(
                    id: 3703703670369, kind: OrganisationKind.region, name: "name 第5", parent: 7407407340738,
                    level: RegionLevel.city, category: 9876543120984, trains: true, examines: true, employs: true,
                    provides: true, closed: true, categoryName: "category_name 第14"),
            ]))
    samples.append(GetOrganisationRequest(organisation: 1234567890123))
    samples.append(GetOutboxEntryRequest(entry: 1234567890123))
    samples.append(GetPaperRequest(paper: 1234567890123))
    samples.append(GetPhotoRequest(person: 1234567890123, side: PhotoSide.front))
    samples.append(
        GetProfileReply(
            sections: [
                Profile(
                    section: ProfileSection.contact, revision: 24690,
                    fields: [
                        ProfileField(
                            name: "name 第1", value: "value 第2", label: "label 第3", required: true, fixed: true),
                        ProfileField(
                            name: "name 第3", value: "value 第4", label: "label 第5", required: true, fixed: true),
                    ], missing: ["missing 第4", "missing 第5"]),
                Profile(
                    section: ProfileSection.contact, revision: 49380,
                    fields: [
                        ProfileField(
                            name: "name 第5", value: "value 第6", label: "label 第7", required: true, fixed: true),
                        ProfileField(
                            name: "name 第7", value: "value 第8", label: "label 第9", required: true, fixed: true),
                    ], missing: ["missing 第6", "missing 第7"]),
            ], demanded: ["demanded 第2", "demanded 第3"]))
    samples.append(GetProfileRequest(programme: 1234567890123))
    samples.append(GetQuestionRequest(question: 1234567890123))
    samples.append(GetRoundRequest(round: 1234567890123))
    samples.append(GetSessionRequest(offering: 1234567890123))
    samples.append(GetSittingRequest(sitting: 1234567890123))
    samples.append(
        GetSubmissionReply(
            atMs: -1234567, beforeMs: -2469134,
            fields: [
                SubmittedField(
                    name: "name 第1", label: "label 第2", submitted: "submitted 第3", before: "before 第4",
                    today: "today 第5"),
                SubmittedField(
                    name: "name 第3", label: "label 第4", submitted: "submitted 第5", before: "before 第6",
                    today: "today 第7"),
            ]))
    samples.append(GetSubmissionRequest(application: 1234567890123))
    samples.append(GetSupportContactRequest(programme: 1234567890123))
    samples.append(Goodbye(code: ErrorCode.tooLarge, retryAfterMs: 24690, text: "text 第3"))
    samples.append(GrantExtraTimeReply(person: 1234567890123, name: "name 第2", minutes: 37035))
    samples.append(
        GrantExtraTimeRequest(offering: 1234567890123, number: "number 第2", minutes: 37035, reason: "reason 第4"))
    samples.append(
        GrantRoleRequest(
            whose: AccountChoice(account: "account 第1", person: 2469135780246),
            role: RoleGrant(role: Role.person, organisation: 2469135780246, organisationName: "organisation_name 第3")))
    samples.append(
        Hello(
            versions: VersionRange(lowest: 12345, highest: 24690), features: 145247719580765712, agent: "agent 第3",
            serverLogs: [
                LogPosition(
                    log: [16, 99, 182, 9], sequence: 2469135780246, headHash: [48, 131, 214, 41],
                    token: 290495439161531424),
                LogPosition(
                    log: [48, 131, 214, 41], sequence: 4938271560492, headHash: [80, 163, 246, 73],
                    token: 435743158742297136),
            ]))
    samples.append(
        HomeNoticesReply(notices: [
            Notice(
                id: 1234567890123, kind: NoticeKind.training, state: NoticeState.withdrawn, title: "title 第4",
                body: "body 第5", organisation: 7407407340738, organisationName: "organisation_name 第7",
                publishedMs: -9876536, revisedMs: -11111103, revision: 123450, offering: 13580246791353),
            Notice(
                id: 3703703670369, kind: NoticeKind.training, state: NoticeState.withdrawn, title: "title 第6",
                body: "body 第7", organisation: 9876543120984, organisationName: "organisation_name 第9",
                publishedMs: -12345670, revisedMs: -13580237, revision: 148140, offering: 16049382571599),
        ]))
    samples.append(HomeNoticesRequest())
    samples.append(
        Instructor(
            course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492, hoursTenths: 61725))
    samples.append(
        IntakeApplication(
            id: 1234567890123, round: 2469135780246, roundName: "round_name 第3", person: 4938271560492,
            personName: "person_name 第5", state: ApplicationState.draft, level: ReviewLevel.county,
            form: EnrolmentForm(
                batch: 12345, personType: 2469135780246, specialty: 3703703670369, title: 4938271560492, titleSince: -5,
                specialtySince: -6, preferences: [8641975230861, 9876543120984]), personTypeName: "person_type_name 第9",
            specialtyName: "specialty_name 第10", titleName: "title_name 第11", unit: 14814814681476,
            unitName: "unit_name 第13", county: 17283950461722, city: 18518518351845, province: 19753086241968,
            base: 20987654132091, baseName: "base_name 第18", submittedMs: -23456773, changedMs: -24691340,
            reason: "reason 第21",
            preferences: [
                Preference(id: 1234567890123, name: "name 第2"), Preference(id: 3703703670369, name: "name 第4"),
            ],
            steps: [
                ApplicationStep(
                    event: ApplicationEvent.passOn, level: ReviewLevel.unit, organisation: 3703703670369,
                    organisationName: "organisation_name 第4", atMs: -6172835, reason: "reason 第6"),
                ApplicationStep(
                    event: ApplicationEvent.passOn, level: ReviewLevel.unit, organisation: 6172839450615,
                    organisationName: "organisation_name 第6", atMs: -8641969, reason: "reason 第8"),
            ], trainingFrom: -24, trainingTo: -25, phone: "phone 第26",
            profile: [
                Profile(
                    section: ProfileSection.contact, revision: 24690,
                    fields: [
                        ProfileField(
                            name: "name 第1", value: "value 第2", label: "label 第3", required: true, fixed: true),
                        ProfileField(
                            name: "name 第3", value: "value 第4", label: "label 第5", required: true, fixed: true),
                    ], missing: ["missing 第4", "missing 第5"]),
                Profile(
                    section: ProfileSection.contact, revision: 49380,
                    fields: [
                        ProfileField(
                            name: "name 第5", value: "value 第6", label: "label 第7", required: true, fixed: true),
                        ProfileField(
                            name: "name 第7", value: "value 第8", label: "label 第9", required: true, fixed: true),
                    ], missing: ["missing 第6", "missing 第7"]),
            ]))
    samples.append(
        IntakeRound(
            id: 1234567890123, cohort: 2469135780246, programme: 3703703670369, name: "name 第4", kind: IntakeKind.base,
            needsUnitApproval: true, state: RoundState.open, enrolment: RoundWindow(fromMs: -1234567, toMs: -2469134),
            levels: [
                RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -1234567, toMs: -2469134)),
                RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -6172835, toMs: -7407402)),
            ], admission: RoundWindow(fromMs: -1234567, toMs: -2469134),
            batches: [
                PreferenceBatch(
                    name: "name 第1", preferences: 24690, personTypes: [3703703670369, 4938271560492],
                    baseCategories: [4938271560492, 6172839450615]),
                PreferenceBatch(
                    name: "name 第3", preferences: 49380, personTypes: [6172839450615, 7407407340738],
                    baseCategories: [7407407340738, 8641975230861]),
            ], province: 14814814681476, year: 160485, cohortName: "cohort_name 第14", timeZone: "time_zone 第15"))
    samples.append(
        Invitation(
            number: "number 第1", personName: "person_name 第2", account: "account 第3",
            initialPassword: "initial_password 第4"))
    samples.append(
        InviteAgainReply(
            invitations: [
                Invitation(
                    number: "number 第1", personName: "person_name 第2", account: "account 第3",
                    initialPassword: "initial_password 第4"),
                Invitation(
                    number: "number 第3", personName: "person_name 第4", account: "account 第5",
                    initialPassword: "initial_password 第6"),
            ],
            refused: [
                NotInvited(
                    number: "number 第1",
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6")),
                NotInvited(
                    number: "number 第3",
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10")),
            ]))
    samples.append(InviteAgainRequest(offering: 1234567890123, numbers: ["numbers 第2", "numbers 第3"]))
    samples.append(
        InviteReply(
            invitations: [
                Invitation(
                    number: "number 第1", personName: "person_name 第2", account: "account 第3",
                    initialPassword: "initial_password 第4"),
                Invitation(
                    number: "number 第3", personName: "person_name 第4", account: "account 第5",
                    initialPassword: "initial_password 第6"),
            ], already: 24690))
    samples.append(InviteRequest(offering: 1234567890123, numbers: ["numbers 第2", "numbers 第3"]))
    samples.append(
        Invoice(
            id: 1234567890123, order: 2469135780246, person: 3703703670369, personName: "person_name 第4",
            programme: 6172839450615, title: "title 第6", state: InvoiceState.issued,
            buyer: Buyer(kind: BuyerKind.organisation, title: "title 第2", taxNumber: "tax_number 第3"),
            trainingFen: 11111111011107, lodgingFen: 12345678901230, code: "code 第11", number: "number 第12",
            redNumber: "red_number 第13", reason: "reason 第14", createdMs: -18518505, issuedMs: -19753072,
            fileBytes: 209865, issuer: PaymentChannel.weChat, issuerNumber: "issuer_number 第19", sendings: 246900,
            sentMs: -25925907))
    samples.append(
        InvoiceCall(
            act: InvoiceAct.query, invoice: 2469135780246, number: "number 第3", madeMs: -4938268,
            transaction: "transaction 第5",
            buyer: Buyer(kind: BuyerKind.organisation, title: "title 第2", taxNumber: "tax_number 第3"),
            trainingFen: 8641975230861, lodgingFen: 9876543120984, code: "code 第9", issuedNumber: "issued_number 第10",
            moneyBack: true))
    samples.append(InvoiceChunk(bytes: [16, 99, 182, 9]))
    samples.append(
        InvoiceOutcome(
            invoice: 1234567890123, state: InvoiceState.applied,
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6")))
    samples.append(
        InvoiceReply(
            invoice: Invoice(
                id: 1234567890123, order: 2469135780246, person: 3703703670369, personName: "person_name 第4",
                programme: 6172839450615, title: "title 第6", state: InvoiceState.issued,
                buyer: Buyer(kind: BuyerKind.organisation, title: "title 第2", taxNumber: "tax_number 第3"),
                trainingFen: 11111111011107, lodgingFen: 12345678901230, code: "code 第11", number: "number 第12",
                redNumber: "red_number 第13", reason: "reason 第14", createdMs: -18518505, issuedMs: -19753072,
                fileBytes: 209865, issuer: PaymentChannel.weChat, issuerNumber: "issuer_number 第19", sendings: 246900,
                sentMs: -25925907)))
    samples.append(
        InvoiceStep(
            ordinal: 12345, state: InvoiceState.applied, atMs: -3703701, actor: 4938271560492,
            actorName: "actor_name 第5", reason: "reason 第6"))
    samples.append(
        InvoicesReply(
            outcomes: [
                InvoiceOutcome(
                    invoice: 1234567890123, state: InvoiceState.applied,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6")),
                InvoiceOutcome(
                    invoice: 3703703670369, state: InvoiceState.applied,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10")),
            ], done: 24690))
    samples.append(
        IssueCertificatesReply(
            outcomes: [
                IssuedCertificate(
                    award: 1234567890123,
                    certificate: CertificateEntry(
                        id: 1234567890123, code: "code 第2", state: CertificateState.replaced,
                        content: CertificateContent(
                            kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3",
                            title: "title 第4", projectNumber: "project_number 第5", level: ProjectLevel.national,
                            category: CreditCategory.ii, creditsTenths: 98760, hoursTenths: 111105, firstDay: -10,
                            lastDay: -11, modality: Modality.inPerson, issuer: "issuer 第13", issuedDay: -14,
                            cohort: "cohort 第15", round: "round 第16", number: "number 第17"), base: 6172839450615,
                        person: 7407407340738, award: 8641975230861, reason: "reason 第8", replacedBy: 11111111011107),
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6")),
                IssuedCertificate(
                    award: 3703703670369,
                    certificate: CertificateEntry(
                        id: 6172839450615, code: "code 第6", state: CertificateState.replaced,
                        content: CertificateContent(
                            kind: CertificateKind.completion, name: "name 第10", idNumber: "id_number 第11",
                            title: "title 第12", projectNumber: "project_number 第13", level: ProjectLevel.national,
                            category: CreditCategory.ii, creditsTenths: 197520, hoursTenths: 209865, firstDay: -18,
                            lastDay: -19, modality: Modality.inPerson, issuer: "issuer 第21", issuedDay: -22,
                            cohort: "cohort 第23", round: "round 第24", number: "number 第25"), base: 11111111011107,
                        person: 12345678901230, award: 13580246791353, reason: "reason 第12", replacedBy: 16049382571599),
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10")),
            ], next: 2469135780246))
    samples.append(
        IssueCertificatesRequest(offering: 1234567890123, awards: [2469135780246, 3703703670369], after: 3703703670369))
    samples.append(
        IssueCompletionReply(
            outcomes: [
                CompletionCertificate(
                    subject: 1234567890123,
                    certificate: CertificateEntry(
                        id: 1234567890123, code: "code 第2", state: CertificateState.replaced,
                        content: CertificateContent(
                            kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3",
                            title: "title 第4", projectNumber: "project_number 第5", level: ProjectLevel.national,
                            category: CreditCategory.ii, creditsTenths: 98760, hoursTenths: 111105, firstDay: -10,
                            lastDay: -11, modality: Modality.inPerson, issuer: "issuer 第13", issuedDay: -14,
                            cohort: "cohort 第15", round: "round 第16", number: "number 第17"), base: 6172839450615,
                        person: 7407407340738, award: 8641975230861, reason: "reason 第8", replacedBy: 11111111011107),
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6")),
                CompletionCertificate(
                    subject: 3703703670369,
                    certificate: CertificateEntry(
                        id: 6172839450615, code: "code 第6", state: CertificateState.replaced,
                        content: CertificateContent(
                            kind: CertificateKind.completion, name: "name 第10", idNumber: "id_number 第11",
                            title: "title 第12", projectNumber: "project_number 第13", level: ProjectLevel.national,
                            category: CreditCategory.ii, creditsTenths: 197520, hoursTenths: 209865, firstDay: -18,
                            lastDay: -19, modality: Modality.inPerson, issuer: "issuer 第21", issuedDay: -22,
                            cohort: "cohort 第23", round: "round 第24", number: "number 第25"), base: 11111111011107,
                        person: 12345678901230, award: 13580246791353, reason: "reason 第12", replacedBy: 16049382571599),
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10")),
            ], next: 2469135780246))
    samples.append(
        IssueCompletionRequest(offering: 1234567890123, people: [2469135780246, 3703703670369], after: 3703703670369))
    samples.append(
        IssueInvoicesRequest(invoices: [
            IssuedNumber(invoice: 1234567890123, code: "code 第2", number: "number 第3"),
            IssuedNumber(invoice: 3703703670369, code: "code 第4", number: "number 第5"),
        ]))
    samples.append(IssueOwnRequest(awards: [1234567890123, 2469135780246]))
    samples.append(IssueTrainedRequest(base: 1234567890123, applications: [2469135780246, 3703703670369]))
    samples.append(
        IssuedCertificate(
            award: 1234567890123,
            certificate: CertificateEntry(
                id: 1234567890123, code: "code 第2", state: CertificateState.replaced,
                content: CertificateContent(
                    kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3", title: "title 第4",
                    projectNumber: "project_number 第5", level: ProjectLevel.national, category: CreditCategory.ii,
                    creditsTenths: 98760, hoursTenths: 111105, firstDay: -10, lastDay: -11, modality: Modality.inPerson,
                    issuer: "issuer 第13", issuedDay: -14, cohort: "cohort 第15", round: "round 第16", number: "number 第17"
                ), base: 6172839450615, person: 7407407340738, award: 8641975230861, reason: "reason 第8",
                replacedBy: 11111111011107),
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6")))
    samples.append(IssuedNumber(invoice: 1234567890123, code: "code 第2", number: "number 第3"))
    samples.append(JobFileChunk(bytes: [16, 99, 182, 9]))
    samples.append(JoinUnitRequest(unit: 1234567890123))
    samples.append(KeepDoublePlaceRequest(place: 1234567890123, reason: "reason 第2", undo: true))
    samples.append(KeepInvoiceRequest(invoice: 1234567890123, reason: "reason 第2"))
    samples.append(LateTerminal(terminal: 1234567890123, name: "name 第2", lastContactMs: -3703701))
    samples.append(
        Leave(
            id: 1234567890123, person: 2469135780246, personName: "person_name 第3", base: 4938271560492,
            baseName: "base_name 第5", kind: LeaveKind.sick, fromDay: -7, toDay: -8, reason: "reason 第9",
            state: LeaveState.waiting, askedMs: -13580237, decidedMs: -14814804, decisionReason: "decision_reason 第13"))
    samples.append(
        LeaveReply(
            leave: Leave(
                id: 1234567890123, person: 2469135780246, personName: "person_name 第3", base: 4938271560492,
                baseName: "base_name 第5", kind: LeaveKind.sick, fromDay: -7, toDay: -8, reason: "reason 第9",
                state: LeaveState.waiting, askedMs: -13580237, decidedMs: -14814804,
                decisionReason: "decision_reason 第13")))
    samples.append(LeaveUnitRequest(unit: 1234567890123))
    samples.append(LedgerEntry(account: LedgerAccount.alipay, fen: -2469134))
    samples.append(
        LedgerPeriod(
            id: 1234567890123, firstDay: -2, lastDay: -3, closedMs: -4938268, person: 6172839450615,
            personName: "person_name 第6",
            balances: [
                PeriodBalance(
                    account: LedgerAccount.alipay, openingFen: -2469134, debitFen: -3703701, creditFen: -4938268,
                    closingFen: -6172835),
                PeriodBalance(
                    account: LedgerAccount.alipay, openingFen: -4938268, debitFen: -6172835, creditFen: -7407402,
                    closingFen: -8641969),
            ]))
    samples.append(
        LedgerPeriodReply(
            period: LedgerPeriod(
                id: 1234567890123, firstDay: -2, lastDay: -3, closedMs: -4938268, person: 6172839450615,
                personName: "person_name 第6",
                balances: [
                    PeriodBalance(
                        account: LedgerAccount.alipay, openingFen: -2469134, debitFen: -3703701, creditFen: -4938268,
                        closingFen: -6172835),
                    PeriodBalance(
                        account: LedgerAccount.alipay, openingFen: -4938268, debitFen: -6172835, creditFen: -7407402,
                        closingFen: -8641969),
                ])))
    samples.append(
        LedgerPosting(
            id: 1234567890123, atMs: -2469134, text: "text 第3", order: 4938271560492, unitPayment: 6172839450615,
            entries: [
                LedgerEntry(account: LedgerAccount.alipay, fen: -2469134),
                LedgerEntry(account: LedgerAccount.alipay, fen: -4938268),
            ]))
    samples.append(LinkNoticeRequest(notice: 1234567890123, offering: 2469135780246))
    samples.append(LinkOutsideReply())
    samples.append(LinkOutsideRequest(provider: "provider 第1", code: "code 第2"))
    samples.append(
        ListAccountsReply(
            accounts: [
                StaffAccount(
                    person: 1234567890123, account: "account 第2", name: "name 第3",
                    roles: [
                        RoleGrant(
                            role: Role.person, organisation: 2469135780246, organisationName: "organisation_name 第3"),
                        RoleGrant(
                            role: Role.person, organisation: 4938271560492, organisationName: "organisation_name 第5"),
                    ], disabledMs: -6172835, lastLoginMs: -7407402, mustChangePassword: true),
                StaffAccount(
                    person: 3703703670369, account: "account 第4", name: "name 第5",
                    roles: [
                        RoleGrant(
                            role: Role.person, organisation: 7407407340738, organisationName: "organisation_name 第7"),
                        RoleGrant(
                            role: Role.person, organisation: 9876543120984, organisationName: "organisation_name 第9"),
                    ], disabledMs: -8641969, lastLoginMs: -9876536, mustChangePassword: true),
            ], next: 2469135780246))
    samples.append(
        ListAccountsRequest(find: "find 第1", organisation: 2469135780246, after: 3703703670369, limit: 49380))
    samples.append(
        ListApplicationsReply(
            applications: [
                IntakeApplication(
                    id: 1234567890123, round: 2469135780246, roundName: "round_name 第3", person: 4938271560492,
                    personName: "person_name 第5", state: ApplicationState.draft, level: ReviewLevel.county,
                    form: EnrolmentForm(
                        batch: 12345, personType: 2469135780246, specialty: 3703703670369, title: 4938271560492,
                        titleSince: -5, specialtySince: -6, preferences: [8641975230861, 9876543120984]),
                    personTypeName: "person_type_name 第9", specialtyName: "specialty_name 第10",
                    titleName: "title_name 第11", unit: 14814814681476, unitName: "unit_name 第13",
                    county: 17283950461722, city: 18518518351845, province: 19753086241968, base: 20987654132091,
                    baseName: "base_name 第18", submittedMs: -23456773, changedMs: -24691340, reason: "reason 第21",
                    preferences: [
                        Preference(id: 1234567890123, name: "name 第2"), Preference(id: 3703703670369, name: "name 第4"),
                    ],
                    steps: [
                        ApplicationStep(
                            event: ApplicationEvent.passOn, level: ReviewLevel.unit, organisation: 3703703670369,
                            organisationName: "organisation_name 第4", atMs: -6172835, reason: "reason 第6"),
                        ApplicationStep(
                            event: ApplicationEvent.passOn, level: ReviewLevel.unit, organisation: 6172839450615,
                            organisationName: "organisation_name 第6", atMs: -8641969, reason: "reason 第8"),
                    ], trainingFrom: -24, trainingTo: -25, phone: "phone 第26",
                    profile: [
                        Profile(
                            section: ProfileSection.contact, revision: 24690,
                            fields: [
                                ProfileField(
                                    name: "name 第1", value: "value 第2", label: "label 第3", required: true, fixed: true),
                                ProfileField(
                                    name: "name 第3", value: "value 第4", label: "label 第5", required: true, fixed: true),
                            ], missing: ["missing 第4", "missing 第5"]),
                        Profile(
                            section: ProfileSection.contact, revision: 49380,
                            fields: [
                                ProfileField(
                                    name: "name 第5", value: "value 第6", label: "label 第7", required: true, fixed: true),
                                ProfileField(
                                    name: "name 第7", value: "value 第8", label: "label 第9", required: true, fixed: true),
                            ], missing: ["missing 第6", "missing 第7"]),
                    ]),
                IntakeApplication(
                    id: 3703703670369, round: 4938271560492, roundName: "round_name 第5", person: 7407407340738,
                    personName: "person_name 第7", state: ApplicationState.draft, level: ReviewLevel.county,
                    form: EnrolmentForm(
                        batch: 61725, personType: 7407407340738, specialty: 8641975230861, title: 9876543120984,
                        titleSince: -9, specialtySince: -10, preferences: [13580246791353, 14814814681476]),
                    personTypeName: "person_type_name 第11", specialtyName: "specialty_name 第12",
                    titleName: "title_name 第13", unit: 17283950461722, unitName: "unit_name 第15",
                    county: 19753086241968, city: 20987654132091, province: 22222222022214, base: 23456789912337,
                    baseName: "base_name 第20", submittedMs: -25925907, changedMs: -27160474, reason: "reason 第23",
                    preferences: [
                        Preference(id: 6172839450615, name: "name 第6"), Preference(id: 8641975230861, name: "name 第8"),
                    ],
                    steps: [
                        ApplicationStep(
                            event: ApplicationEvent.passOn, level: ReviewLevel.unit, organisation: 8641975230861,
                            organisationName: "organisation_name 第8", atMs: -11111103, reason: "reason 第10"),
                        ApplicationStep(
                            event: ApplicationEvent.passOn, level: ReviewLevel.unit, organisation: 11111111011107,
                            organisationName: "organisation_name 第10", atMs: -13580237, reason: "reason 第12"),
                    ], trainingFrom: -26, trainingTo: -27, phone: "phone 第28",
                    profile: [
                        Profile(
                            section: ProfileSection.contact, revision: 74070,
                            fields: [
                                ProfileField(
                                    name: "name 第9", value: "value 第10", label: "label 第11", required: true, fixed: true
                                ),
                                ProfileField(
                                    name: "name 第11", value: "value 第12", label: "label 第13", required: true,
                                    fixed: true),
                            ], missing: ["missing 第8", "missing 第9"]),
                        Profile(
                            section: ProfileSection.contact, revision: 98760,
                            fields: [
                                ProfileField(
                                    name: "name 第13", value: "value 第14", label: "label 第15", required: true,
                                    fixed: true),
                                ProfileField(
                                    name: "name 第15", value: "value 第16", label: "label 第17", required: true,
                                    fixed: true),
                            ], missing: ["missing 第10", "missing 第11"]),
                    ]),
            ], next: 2469135780246))
    samples.append(
        ListApplicationsRequest(
            round: 1234567890123, organisation: 2469135780246, state: ApplicationState.submitted,
            level: ReviewLevel.unit, specialty: 6172839450615, namePrefix: "name_prefix 第6", phone: "phone 第7",
            after: 9876543120984, limit: 111105))
    samples.append(
        ListAuditReply(
            entries: [
                AuditEntry(
                    id: 1234567890123, atMs: -2469134, caller: -3703701, callerName: "caller_name 第4",
                    address: "address 第5", method: "method 第6", outcome: 86415, detail: "detail 第8"),
                AuditEntry(
                    id: 3703703670369, atMs: -4938268, caller: -6172835, callerName: "caller_name 第6",
                    address: "address 第7", method: "method 第8", outcome: 111105, detail: "detail 第10"),
            ], next: 2469135780246))
    samples.append(
        ListAuditRequest(
            method: "method 第1", caller: -2469134, fromMs: -3703701, toMs: -4938268, after: 6172839450615, limit: 74070)
    )
    samples.append(
        ListAwardsReply(
            awards: [
                Award(
                    id: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4",
                    offering: 6172839450615, offeringTitle: "offering_title 第6", projectNumber: "project_number 第7",
                    category: CreditCategory.i, creditsTenths: 111105, hoursTenths: 123450, activityDay: -11,
                    state: AwardState.pending, reason: "reason 第13", awardedMs: -17283938),
                Award(
                    id: 3703703670369, person: 4938271560492, number: "number 第5", name: "name 第6",
                    offering: 8641975230861, offeringTitle: "offering_title 第8", projectNumber: "project_number 第9",
                    category: CreditCategory.i, creditsTenths: 135795, hoursTenths: 148140, activityDay: -13,
                    state: AwardState.pending, reason: "reason 第15", awardedMs: -19753072),
            ], next: 2469135780246))
    samples.append(ListAwardsRequest(offering: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListBookingsReply(
            bookings: [
                Booking(
                    id: 1234567890123,
                    session: CourseSession(
                        offering: 1234567890123, base: 2469135780246, baseName: "base_name 第3",
                        programme: 4938271560492, title: "title 第5", location: "location 第6", capacity: 86415,
                        taken: 98760, state: SessionState.closed, modality: Modality.inPerson, startsMs: -13580237,
                        endsMs: -14814804, timeZone: "time_zone 第13", feeFen: 17283950461722, hasOwnFee: true,
                        asksPosition: true,
                        lodgings: [
                            LodgingOption(name: "name 第1", fen: 2469135780246),
                            LodgingOption(name: "name 第3", fen: 4938271560492),
                        ]), person: 3703703670369, personName: "person_name 第4", entitlement: 6172839450615,
                    state: BookingState.waiting, reason: "reason 第7", createdMs: -9876536, changedMs: -11111103),
                Booking(
                    id: 3703703670369,
                    session: CourseSession(
                        offering: 6172839450615, base: 7407407340738, baseName: "base_name 第7",
                        programme: 9876543120984, title: "title 第9", location: "location 第10", capacity: 135795,
                        taken: 148140, state: SessionState.closed, modality: Modality.inPerson, startsMs: -18518505,
                        endsMs: -19753072, timeZone: "time_zone 第17", feeFen: 22222222022214, hasOwnFee: true,
                        asksPosition: true,
                        lodgings: [
                            LodgingOption(name: "name 第9", fen: 12345678901230),
                            LodgingOption(name: "name 第11", fen: 14814814681476),
                        ]), person: 6172839450615, personName: "person_name 第6", entitlement: 8641975230861,
                    state: BookingState.waiting, reason: "reason 第9", createdMs: -12345670, changedMs: -13580237),
            ], next: 2469135780246))
    samples.append(
        ListBookingsRequest(offering: 1234567890123, state: BookingState.waiting, after: 3703703670369, limit: 49380))
    samples.append(
        ListCatalogueReply(
            entries: [
                CatalogueEntry(
                    id: 1234567890123, kind: CatalogueKind.specialty, code: "code 第3", name: "name 第4", retired: true),
                CatalogueEntry(
                    id: 3703703670369, kind: CatalogueKind.specialty, code: "code 第5", name: "name 第6", retired: true),
            ], next: 2469135780246))
    samples.append(
        ListCatalogueRequest(kind: CatalogueKind.title, after: 2469135780246, limit: 37035, withRetired: true))
    samples.append(
        ListCertificatesReply(
            certificates: [
                CertificateEntry(
                    id: 1234567890123, code: "code 第2", state: CertificateState.replaced,
                    content: CertificateContent(
                        kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3", title: "title 第4",
                        projectNumber: "project_number 第5", level: ProjectLevel.national, category: CreditCategory.ii,
                        creditsTenths: 98760, hoursTenths: 111105, firstDay: -10, lastDay: -11,
                        modality: Modality.inPerson, issuer: "issuer 第13", issuedDay: -14, cohort: "cohort 第15",
                        round: "round 第16", number: "number 第17"), base: 6172839450615, person: 7407407340738,
                    award: 8641975230861, reason: "reason 第8", replacedBy: 11111111011107),
                CertificateEntry(
                    id: 3703703670369, code: "code 第4", state: CertificateState.replaced,
                    content: CertificateContent(
                        kind: CertificateKind.completion, name: "name 第6", idNumber: "id_number 第7", title: "title 第8",
                        projectNumber: "project_number 第9", level: ProjectLevel.national, category: CreditCategory.ii,
                        creditsTenths: 148140, hoursTenths: 160485, firstDay: -14, lastDay: -15,
                        modality: Modality.inPerson, issuer: "issuer 第17", issuedDay: -18, cohort: "cohort 第19",
                        round: "round 第20", number: "number 第21"), base: 8641975230861, person: 9876543120984,
                    award: 11111111011107, reason: "reason 第10", replacedBy: 13580246791353),
            ], next: 2469135780246))
    samples.append(
        ListCertificatesRequest(
            organisation: 1234567890123, after: 2469135780246, limit: 37035, name: "name 第4", number: "number 第5",
            cohort: "cohort 第6", round: "round 第7", year: 98760))
    samples.append(
        ListChecklistsReply(
            checklists: [
                Checklist(
                    id: 1234567890123, programme: 2469135780246, title: "title 第3", edition: 49380,
                    passMarkHundredths: 61725,
                    items: [
                        ChecklistItem(text: "text 第1", pointsHundredths: 24690, critical: true),
                        ChecklistItem(text: "text 第3", pointsHundredths: 49380, critical: true),
                    ], withdrawn: true, changedMs: -9876536),
                Checklist(
                    id: 3703703670369, programme: 4938271560492, title: "title 第5", edition: 74070,
                    passMarkHundredths: 86415,
                    items: [
                        ChecklistItem(text: "text 第5", pointsHundredths: 74070, critical: true),
                        ChecklistItem(text: "text 第7", pointsHundredths: 98760, critical: true),
                    ], withdrawn: true, changedMs: -12345670),
            ], next: 2469135780246))
    samples.append(ListChecklistsRequest(programme: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListCohortsReply(
            cohorts: [
                Cohort(
                    id: 1234567890123, province: 2469135780246, year: 37035, name: "name 第4",
                    provinceName: "province_name 第5"),
                Cohort(
                    id: 3703703670369, province: 4938271560492, year: 61725, name: "name 第6",
                    provinceName: "province_name 第7"),
            ], next: 2469135780246))
    samples.append(ListCohortsRequest(after: 1234567890123, limit: 24690, province: 3703703670369))
    samples.append(
        ListComplianceReply(
            people: [
                CreditCompliance(
                    person: 1234567890123, name: "name 第2", year: 37035, rule: 4938271560492, creditsTenths: 61725,
                    hoursTenths: 74070, categoryITenths: 86415, categoryIiTenths: 98760, excessTenths: 111105,
                    met: true, lacking: ["lacking 第11", "lacking 第12"], excused: "excused 第12"),
                CreditCompliance(
                    person: 3703703670369, name: "name 第4", year: 61725, rule: 7407407340738, creditsTenths: 86415,
                    hoursTenths: 98760, categoryITenths: 111105, categoryIiTenths: 123450, excessTenths: 135795,
                    met: true, lacking: ["lacking 第13", "lacking 第14"], excused: "excused 第14"),
            ], next: 2469135780246))
    samples.append(ListComplianceRequest(unit: 1234567890123, year: 24690, after: 3703703670369, limit: 49380))
    samples.append(
        ListConflictsReply(
            scores: [
                Score(
                    offering: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4",
                    assessment: 6172839450615, state: ScoreState.value, valueHundredths: 86415, passed: true,
                    siblings: [
                        ScoreSibling(
                            log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369,
                            actorName: "actor_name 第4", valueHundredths: 61725, atMs: -7407402,
                            terminalName: "terminal_name 第7", kind: 98760),
                        ScoreSibling(
                            log: [48, 131, 214, 41], sequence: 4938271560492, actor: 6172839450615,
                            actorName: "actor_name 第6", valueHundredths: 86415, atMs: -9876536,
                            terminalName: "terminal_name 第9", kind: 123450),
                    ], context: [160, 243, 70, 153]),
                Score(
                    offering: 3703703670369, person: 4938271560492, number: "number 第5", name: "name 第6",
                    assessment: 8641975230861, state: ScoreState.value, valueHundredths: 111105, passed: true,
                    siblings: [
                        ScoreSibling(
                            log: [80, 163, 246, 73], sequence: 7407407340738, actor: 8641975230861,
                            actorName: "actor_name 第8", valueHundredths: 111105, atMs: -12345670,
                            terminalName: "terminal_name 第11", kind: 148140),
                        ScoreSibling(
                            log: [112, 195, 22, 105], sequence: 9876543120984, actor: 11111111011107,
                            actorName: "actor_name 第10", valueHundredths: 135795, atMs: -14814804,
                            terminalName: "terminal_name 第13", kind: 172830),
                    ], context: [192, 19, 102, 185]),
            ], next: 2469135780246))
    samples.append(ListConflictsRequest(offering: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListCreditDifferencesReply(
            differences: [
                CreditDifference(
                    award: Award(
                        id: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4",
                        offering: 6172839450615, offeringTitle: "offering_title 第6", projectNumber: "project_number 第7",
                        category: CreditCategory.i, creditsTenths: 111105, hoursTenths: 123450, activityDay: -11,
                        state: AwardState.pending, reason: "reason 第13", awardedMs: -17283938),
                    reasons: ["reasons 第2", "reasons 第3"]),
                CreditDifference(
                    award: Award(
                        id: 6172839450615, person: 7407407340738, number: "number 第7", name: "name 第8",
                        offering: 11111111011107, offeringTitle: "offering_title 第10",
                        projectNumber: "project_number 第11", category: CreditCategory.i, creditsTenths: 160485,
                        hoursTenths: 172830, activityDay: -15, state: AwardState.pending, reason: "reason 第17",
                        awardedMs: -22222206), reasons: ["reasons 第4", "reasons 第5"]),
            ], next: 2469135780246))
    samples.append(ListCreditDifferencesRequest(offering: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListDifferencesReply(
            differences: [
                StatementDifference(
                    id: 1234567890123, statement: 2469135780246, channel: PaymentChannel.alipay, day: -4,
                    kind: DifferenceKind.missingThere, rowKind: StatementRowKind.payment, number: "number 第7",
                    transaction: "transaction 第8", oursFen: 11111111011107, theirsFen: 12345678901230,
                    order: 13580246791353, state: DifferenceState.open, explanation: "explanation 第13",
                    reason: "reason 第14", settledBy: 18518518351845, settledByName: "settled_by_name 第16",
                    settledMs: -20987639, createdMs: -22222206),
                StatementDifference(
                    id: 3703703670369, statement: 4938271560492, channel: PaymentChannel.alipay, day: -6,
                    kind: DifferenceKind.missingThere, rowKind: StatementRowKind.payment, number: "number 第9",
                    transaction: "transaction 第10", oursFen: 13580246791353, theirsFen: 14814814681476,
                    order: 16049382571599, state: DifferenceState.open, explanation: "explanation 第15",
                    reason: "reason 第16", settledBy: 20987654132091, settledByName: "settled_by_name 第18",
                    settledMs: -23456773, createdMs: -24691340),
            ], next: 2469135780246))
    samples.append(
        ListDifferencesRequest(
            statement: 1234567890123, state: DifferenceState.open, after: 3703703670369, limit: 49380))
    samples.append(
        ListDocumentsReply(
            documents: [
                OfferingDocument(
                    id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380, size: 61725,
                    uploadedMs: -7407402, holds: true),
                OfferingDocument(
                    id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070, size: 86415,
                    uploadedMs: -9876536, holds: true),
            ], next: 2469135780246))
    samples.append(ListDocumentsRequest(offering: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListDoublePlacesReply(
            places: [
                DoublePlace(
                    id: 1234567890123, person: 2469135780246, personName: "person_name 第3",
                    earlier: Entitlement(
                        id: 1234567890123, programme: 2469135780246, programmeName: "programme_name 第3",
                        state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 7407407340738,
                        cancellations: 86415, cancelLimit: 98760, booking: 11111111011107, createdMs: -12345670),
                    later: Entitlement(
                        id: 1234567890123, programme: 2469135780246, programmeName: "programme_name 第3",
                        state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 7407407340738,
                        cancellations: 86415, cancelLimit: 98760, booking: 11111111011107, createdMs: -12345670),
                    state: DoublePlaceState.waiting, reason: "reason 第7", decidedBy: "decided_by 第8", foundMs: -11111103
                ),
                DoublePlace(
                    id: 3703703670369, person: 4938271560492, personName: "person_name 第5",
                    earlier: Entitlement(
                        id: 6172839450615, programme: 7407407340738, programmeName: "programme_name 第7",
                        state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 12345678901230,
                        cancellations: 135795, cancelLimit: 148140, booking: 16049382571599, createdMs: -17283938),
                    later: Entitlement(
                        id: 6172839450615, programme: 7407407340738, programmeName: "programme_name 第7",
                        state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 12345678901230,
                        cancellations: 135795, cancelLimit: 148140, booking: 16049382571599, createdMs: -17283938),
                    state: DoublePlaceState.waiting, reason: "reason 第9", decidedBy: "decided_by 第10",
                    foundMs: -13580237),
            ], next: 2469135780246))
    samples.append(ListDoublePlacesRequest(state: DoublePlaceState.kept, after: 2469135780246, limit: 37035))
    samples.append(
        ListEligibleReply(
            people: [
                Eligible(
                    person: 1234567890123, number: "number 第2", name: "name 第3", eligible: true,
                    reasons: ["reasons 第5", "reasons 第6"], award: 7407407340738),
                Eligible(
                    person: 3703703670369, number: "number 第4", name: "name 第5", eligible: true,
                    reasons: ["reasons 第7", "reasons 第8"], award: 9876543120984),
            ], next: 2469135780246, eligible: 37035, notEligible: 49380, awarded: 61725,
            gatesOff: ["gates_off 第6", "gates_off 第7"]))
    samples.append(ListEligibleRequest(offering: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListEvaluatedRunsReply(
            classes: [
                EvaluatedClass(
                    offering: 1234567890123, title: "title 第2", firstDay: -3, counted: 49380, asked: 61725,
                    ratings: [
                        EvaluatedRating(question: "question 第1", meanHundredths: 24690),
                        EvaluatedRating(question: "question 第3", meanHundredths: 49380),
                    ]),
                EvaluatedClass(
                    offering: 3703703670369, title: "title 第4", firstDay: -5, counted: 74070, asked: 86415,
                    ratings: [
                        EvaluatedRating(question: "question 第5", meanHundredths: 74070),
                        EvaluatedRating(question: "question 第7", meanHundredths: 98760),
                    ]),
            ], next: 2469135780246))
    samples.append(ListEvaluatedRunsRequest(project: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(ListFavouritesRequest(after: 1234567890123, limit: 24690))
    samples.append(
        ListFeesReply(fees: [
            Fee(programme: 1234567890123, fromDay: -2, fen: 3703703670369),
            Fee(programme: 3703703670369, fromDay: -4, fen: 6172839450615),
        ]))
    samples.append(ListFeesRequest(programme: 1234567890123))
    samples.append(
        ListInvoicesReply(
            invoices: [
                Invoice(
                    id: 1234567890123, order: 2469135780246, person: 3703703670369, personName: "person_name 第4",
                    programme: 6172839450615, title: "title 第6", state: InvoiceState.issued,
                    buyer: Buyer(kind: BuyerKind.organisation, title: "title 第2", taxNumber: "tax_number 第3"),
                    trainingFen: 11111111011107, lodgingFen: 12345678901230, code: "code 第11", number: "number 第12",
                    redNumber: "red_number 第13", reason: "reason 第14", createdMs: -18518505, issuedMs: -19753072,
                    fileBytes: 209865, issuer: PaymentChannel.weChat, issuerNumber: "issuer_number 第19",
                    sendings: 246900, sentMs: -25925907),
                Invoice(
                    id: 3703703670369, order: 4938271560492, person: 6172839450615, personName: "person_name 第6",
                    programme: 8641975230861, title: "title 第8", state: InvoiceState.issued,
                    buyer: Buyer(kind: BuyerKind.organisation, title: "title 第6", taxNumber: "tax_number 第7"),
                    trainingFen: 13580246791353, lodgingFen: 14814814681476, code: "code 第13", number: "number 第14",
                    redNumber: "red_number 第15", reason: "reason 第16", createdMs: -20987639, issuedMs: -22222206,
                    fileBytes: 234555, issuer: PaymentChannel.weChat, issuerNumber: "issuer_number 第21",
                    sendings: 271590, sentMs: -28395041),
            ], next: 2469135780246))
    samples.append(
        ListInvoicesRequest(
            programme: 1234567890123, state: InvoiceState.applied, after: 3703703670369, limit: 49380,
            order: 6172839450615, overdue: true))
    samples.append(
        ListJobsReply(
            jobs: [
                UploadJob(
                    id: 1234567890123, kind: UploadKind.roster, target: 3703703670369, fileName: "file_name 第4",
                    person: 6172839450615, dryRun: true, allOrNothing: true, state: JobState.waiting,
                    revision: 11111111011107, rows: 123450, done: 135795, added: 148140, changed: 160485,
                    unchanged: 172830, badCount: 185175, landed: true, encoding: "encoding 第17", hasAccounts: true,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6"), createdMs: -24691340, finishedMs: -25925907,
                    expiresMs: -27160474, undoes: 28395061472829, undoneBy: 29629629362952),
                UploadJob(
                    id: 3703703670369, kind: UploadKind.roster, target: 6172839450615, fileName: "file_name 第6",
                    person: 8641975230861, dryRun: true, allOrNothing: true, state: JobState.waiting,
                    revision: 13580246791353, rows: 148140, done: 160485, added: 172830, changed: 185175,
                    unchanged: 197520, badCount: 209865, landed: true, encoding: "encoding 第19", hasAccounts: true,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10"), createdMs: -27160474, finishedMs: -28395041,
                    expiresMs: -29629608, undoes: 30864197253075, undoneBy: 32098765143198),
            ], next: 2469135780246))
    samples.append(ListJobsRequest(after: 1234567890123, limit: 24690, everybody: true))
    samples.append(
        ListLeaveReply(
            leave: [
                Leave(
                    id: 1234567890123, person: 2469135780246, personName: "person_name 第3", base: 4938271560492,
                    baseName: "base_name 第5", kind: LeaveKind.sick, fromDay: -7, toDay: -8, reason: "reason 第9",
                    state: LeaveState.waiting, askedMs: -13580237, decidedMs: -14814804,
                    decisionReason: "decision_reason 第13"),
                Leave(
                    id: 3703703670369, person: 4938271560492, personName: "person_name 第5", base: 7407407340738,
                    baseName: "base_name 第7", kind: LeaveKind.sick, fromDay: -9, toDay: -10, reason: "reason 第11",
                    state: LeaveState.waiting, askedMs: -16049371, decidedMs: -17283938,
                    decisionReason: "decision_reason 第15"),
            ], next: 2469135780246))
    samples.append(ListLeaveRequest(base: 1234567890123, state: LeaveState.waiting, after: 3703703670369, limit: 49380))
    samples.append(
        ListLedgerReply(
            postings: [
                LedgerPosting(
                    id: 1234567890123, atMs: -2469134, text: "text 第3", order: 4938271560492,
                    unitPayment: 6172839450615,
                    entries: [
                        LedgerEntry(account: LedgerAccount.alipay, fen: -2469134),
                        LedgerEntry(account: LedgerAccount.alipay, fen: -4938268),
                    ]),
                LedgerPosting(
                    id: 3703703670369, atMs: -4938268, text: "text 第5", order: 7407407340738,
                    unitPayment: 8641975230861,
                    entries: [
                        LedgerEntry(account: LedgerAccount.alipay, fen: -7407402),
                        LedgerEntry(account: LedgerAccount.alipay, fen: -9876536),
                    ]),
            ], next: 2469135780246))
    samples.append(ListLedgerRequest(order: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListLinksReply(
            links: [
                OutsideLink(provider: "provider 第1", linkedMs: -2469134),
                OutsideLink(provider: "provider 第3", linkedMs: -4938268),
            ], providers: ["providers 第2", "providers 第3"]))
    samples.append(ListLinksRequest())
    samples.append(
        ListManagedNoticesRequest(
            organisation: 1234567890123, state: NoticeState.published, after: 3703703670369, limit: 49380))
    samples.append(
        ListMembersReply(
            members: [
                Member(
                    person: 1234567890123, name: "name 第2", phone: "phone 第3", idNumber: "id_number 第4",
                    title: "title 第5", state: MembershipState.asked, byPerson: true, changedMs: -9876536,
                    participantNumber: "participant_number 第9"),
                Member(
                    person: 3703703670369, name: "name 第4", phone: "phone 第5", idNumber: "id_number 第6",
                    title: "title 第7", state: MembershipState.asked, byPerson: true, changedMs: -12345670,
                    participantNumber: "participant_number 第11"),
            ], next: 2469135780246))
    samples.append(
        ListMembersRequest(unit: 1234567890123, state: MembershipState.asked, after: 3703703670369, limit: 49380))
    samples.append(
        ListMessagesReply(
            messages: [
                PersonalMessage(
                    id: 1234567890123, kind: MessageKind.enrolmentConfirmed, subject: 3703703670369, text: "text 第4",
                    details: ["details 第5", "details 第6"], createdMs: -7407402, shownMs: -8641969),
                PersonalMessage(
                    id: 3703703670369, kind: MessageKind.enrolmentConfirmed, subject: 6172839450615, text: "text 第6",
                    details: ["details 第7", "details 第8"], createdMs: -9876536, shownMs: -11111103),
            ], next: 2469135780246))
    samples.append(ListMessagesRequest(after: 1234567890123, limit: 24690))
    samples.append(
        ListNoticesReply(
            notices: [
                Notice(
                    id: 1234567890123, kind: NoticeKind.training, state: NoticeState.withdrawn, title: "title 第4",
                    body: "body 第5", organisation: 7407407340738, organisationName: "organisation_name 第7",
                    publishedMs: -9876536, revisedMs: -11111103, revision: 123450, offering: 13580246791353),
                Notice(
                    id: 3703703670369, kind: NoticeKind.training, state: NoticeState.withdrawn, title: "title 第6",
                    body: "body 第7", organisation: 9876543120984, organisationName: "organisation_name 第9",
                    publishedMs: -12345670, revisedMs: -13580237, revision: 148140, offering: 16049382571599),
            ], next: 2469135780246))
    samples.append(ListNoticesRequest(kind: NoticeKind.exam, after: 2469135780246, limit: 37035))
    samples.append(
        ListOfferingChangesReply(
            changes: [
                OfferingChange(
                    id: 1234567890123, state: ReviewState.waiting,
                    before: Offering(
                        id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                        title: "title 第5", state: OfferingState.draft,
                        dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                        windows: [
                            Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                            Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                        ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795,
                        timeZone: "time_zone 第12", modality: Modality.online,
                        teaching: Teaching(instructors: [
                            Instructor(
                                course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                                hoursTenths: 61725),
                            Instructor(
                                course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                                hoursTenths: 86415),
                        ]),
                        documents: [
                            OfferingDocument(
                                id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380,
                                size: 61725, uploadedMs: -7407402, holds: true),
                            OfferingDocument(
                                id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070,
                                size: 86415, uploadedMs: -9876536, holds: true),
                        ]),
                    after: Offering(
                        id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                        title: "title 第5", state: OfferingState.draft,
                        dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                        windows: [
                            Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                            Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                        ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795,
                        timeZone: "time_zone 第12", modality: Modality.online,
                        teaching: Teaching(instructors: [
                            Instructor(
                                course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                                hoursTenths: 61725),
                            Instructor(
                                course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                                hoursTenths: 86415),
                        ]),
                        documents: [
                            OfferingDocument(
                                id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380,
                                size: 61725, uploadedMs: -7407402, holds: true),
                            OfferingDocument(
                                id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070,
                                size: 86415, uploadedMs: -9876536, holds: true),
                        ]), reason: "reason 第5", person: 7407407340738, personName: "person_name 第7", atMs: -9876536,
                    decisionReason: "decision_reason 第9"),
                OfferingChange(
                    id: 3703703670369, state: ReviewState.waiting,
                    before: Offering(
                        id: 6172839450615, programme: 7407407340738, project: 8641975230861, base: 9876543120984,
                        title: "title 第9", state: OfferingState.draft,
                        dates: [
                            ActivityDate(day: -9, hoursTenths: 123450), ActivityDate(day: -11, hoursTenths: 148140),
                        ],
                        windows: [
                            Window(day: -9, fromMinute: 123450, toMinute: 135795, course: 14814814681476),
                            Window(day: -11, fromMinute: 148140, toMinute: 160485, course: 17283950461722),
                        ], passMarkHundredths: 160485, codePeriodS: 172830, rosterSize: 185175,
                        timeZone: "time_zone 第16", modality: Modality.online,
                        teaching: Teaching(instructors: [
                            Instructor(
                                course: 20987654132091, number: "number 第18", name: "name 第19", person: 24691357802460,
                                hoursTenths: 259245),
                            Instructor(
                                course: 23456789912337, number: "number 第20", name: "name 第21", person: 27160493582706,
                                hoursTenths: 283935),
                        ]),
                        documents: [
                            OfferingDocument(
                                id: 11111111011107, kind: OfferingDocumentKind.notice, width: 135795, height: 148140,
                                size: 160485, uploadedMs: -17283938, holds: true),
                            OfferingDocument(
                                id: 13580246791353, kind: OfferingDocumentKind.notice, width: 160485, height: 172830,
                                size: 185175, uploadedMs: -19753072, holds: true),
                        ]),
                    after: Offering(
                        id: 6172839450615, programme: 7407407340738, project: 8641975230861, base: 9876543120984,
                        title: "title 第9", state: OfferingState.draft,
                        dates: [
                            ActivityDate(day: -9, hoursTenths: 123450), ActivityDate(day: -11, hoursTenths: 148140),
                        ],
                        windows: [
                            Window(day: -9, fromMinute: 123450, toMinute: 135795, course: 14814814681476),
                            Window(day: -11, fromMinute: 148140, toMinute: 160485, course: 17283950461722),
                        ], passMarkHundredths: 160485, codePeriodS: 172830, rosterSize: 185175,
                        timeZone: "time_zone 第16", modality: Modality.online,
                        teaching: Teaching(instructors: [
                            Instructor(
                                course: 20987654132091, number: "number 第18", name: "name 第19", person: 24691357802460,
                                hoursTenths: 259245),
                            Instructor(
                                course: 23456789912337, number: "number 第20", name: "name 第21", person: 27160493582706,
                                hoursTenths: 283935),
                        ]),
                        documents: [
                            OfferingDocument(
                                id: 11111111011107, kind: OfferingDocumentKind.notice, width: 135795, height: 148140,
                                size: 160485, uploadedMs: -17283938, holds: true),
                            OfferingDocument(
                                id: 13580246791353, kind: OfferingDocumentKind.notice, width: 160485, height: 172830,
                                size: 185175, uploadedMs: -19753072, holds: true),
                        ]), reason: "reason 第7", person: 9876543120984, personName: "person_name 第9", atMs: -12345670,
                    decisionReason: "decision_reason 第11"),
            ], next: 2469135780246))
    samples.append(ListOfferingChangesRequest(offering: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListOfferingsReply(
            offerings: [
                Offering(
                    id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                    title: "title 第5", state: OfferingState.draft,
                    dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                    windows: [
                        Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                        Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                    ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                    modality: Modality.online,
                    teaching: Teaching(instructors: [
                        Instructor(
                            course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                            hoursTenths: 61725),
                        Instructor(
                            course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                            hoursTenths: 86415),
                    ]),
                    documents: [
                        OfferingDocument(
                            id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380,
                            size: 61725, uploadedMs: -7407402, holds: true),
                        OfferingDocument(
                            id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070,
                            size: 86415, uploadedMs: -9876536, holds: true),
                    ]),
                Offering(
                    id: 3703703670369, programme: 4938271560492, project: 6172839450615, base: 7407407340738,
                    title: "title 第7", state: OfferingState.draft,
                    dates: [ActivityDate(day: -5, hoursTenths: 74070), ActivityDate(day: -7, hoursTenths: 98760)],
                    windows: [
                        Window(day: -5, fromMinute: 74070, toMinute: 86415, course: 9876543120984),
                        Window(day: -7, fromMinute: 98760, toMinute: 111105, course: 12345678901230),
                    ], passMarkHundredths: 135795, codePeriodS: 148140, rosterSize: 160485, timeZone: "time_zone 第14",
                    modality: Modality.online,
                    teaching: Teaching(instructors: [
                        Instructor(
                            course: 11111111011107, number: "number 第10", name: "name 第11", person: 14814814681476,
                            hoursTenths: 160485),
                        Instructor(
                            course: 13580246791353, number: "number 第12", name: "name 第13", person: 17283950461722,
                            hoursTenths: 185175),
                    ]),
                    documents: [
                        OfferingDocument(
                            id: 6172839450615, kind: OfferingDocumentKind.notice, width: 86415, height: 98760,
                            size: 111105, uploadedMs: -12345670, holds: true),
                        OfferingDocument(
                            id: 8641975230861, kind: OfferingDocumentKind.notice, width: 111105, height: 123450,
                            size: 135795, uploadedMs: -14814804, holds: true),
                    ]),
            ], next: 2469135780246))
    samples.append(
        ListOfferingsRequest(after: 1234567890123, limit: 24690, base: 3703703670369, state: OfferingState.draft))
    samples.append(
        ListOrdersReply(
            orders: [
                Order(
                    id: 1234567890123, person: 2469135780246, personName: "person_name 第3", programme: 4938271560492,
                    programmeName: "programme_name 第5", offering: 7407407340738, title: "title 第7", hasPlace: true,
                    state: OrderState.paid, trainingFen: 12345678901230, lodgingFen: 13580246791353,
                    refundedFen: 14814814681476, lodging: "lodging 第13", position: "position 第14", createdMs: -18518505,
                    expiresMs: -19753072, paidMs: -20987639, channel: PaymentChannel.weChat, code: "code 第19",
                    failure: "failure 第20", booking: 25925925692583),
                Order(
                    id: 3703703670369, person: 4938271560492, personName: "person_name 第5", programme: 7407407340738,
                    programmeName: "programme_name 第7", offering: 9876543120984, title: "title 第9", hasPlace: true,
                    state: OrderState.paid, trainingFen: 14814814681476, lodgingFen: 16049382571599,
                    refundedFen: 17283950461722, lodging: "lodging 第15", position: "position 第16", createdMs: -20987639,
                    expiresMs: -22222206, paidMs: -23456773, channel: PaymentChannel.weChat, code: "code 第21",
                    failure: "failure 第22", booking: 28395061472829),
            ], next: 2469135780246))
    samples.append(
        ListOrdersRequest(programme: 1234567890123, state: OrderState.pending, after: 3703703670369, limit: 49380))
    samples.append(
        ListOrganisationsReply(
            organisations: [
                Organisation(
                    id: 1234567890123, kind: OrganisationKind.region, name: "name 第3", parent: 4938271560492,
                    level: RegionLevel.city, category: 7407407340738, trains: true, examines: true, employs: true,
                    provides: true, closed: true, categoryName: "category_name 第12"),
                Organisation(
                    id: 3703703670369, kind: OrganisationKind.region, name: "name 第5", parent: 7407407340738,
                    level: RegionLevel.city, category: 9876543120984, trains: true, examines: true, employs: true,
                    provides: true, closed: true, categoryName: "category_name 第14"),
            ], next: 2469135780246))
    samples.append(
        ListOrganisationsRequest(
            after: 1234567890123, limit: 24690, kind: OrganisationKind.commission, within: 4938271560492,
            parent: 6172839450615, nameContains: "name_contains 第6", withClosed: true))
    samples.append(
        ListOutboxEntriesReply(
            entries: [
                OutboxEntry(
                    id: 1234567890123, kind: OutboxKind.textMessage, key: "key 第3", subject: 4938271560492,
                    atMs: -6172835, state: OutboxState.waiting, attempts: 86415, nextMs: -9876536,
                    failure: "failure 第9", recipient: "recipient 第10"),
                OutboxEntry(
                    id: 3703703670369, kind: OutboxKind.textMessage, key: "key 第5", subject: 7407407340738,
                    atMs: -8641969, state: OutboxState.waiting, attempts: 111105, nextMs: -12345670,
                    failure: "failure 第11", recipient: "recipient 第12"),
            ], next: 2469135780246))
    samples.append(
        ListOutboxEntriesRequest(
            kind: OutboxKind.gatewayCall, state: OutboxState.waiting, after: 3703703670369, limit: 49380))
    samples.append(
        ListOutsideReply(
            records: [
                OutsideRecord(
                    id: 1234567890123, organisation: 2469135780246, organisationName: "organisation_name 第3",
                    state: OutsideState.fromOutside, name: "name 第5", idNumber: "id_number 第6", title: "title 第7",
                    day: -8, mark: "mark 第9", hoursTenths: 123450, creditsTenths: 135795, category: CreditCategory.i,
                    reason: "reason 第13"),
                OutsideRecord(
                    id: 3703703670369, organisation: 4938271560492, organisationName: "organisation_name 第5",
                    state: OutsideState.fromOutside, name: "name 第7", idNumber: "id_number 第8", title: "title 第9",
                    day: -10, mark: "mark 第11", hoursTenths: 148140, creditsTenths: 160485, category: CreditCategory.i,
                    reason: "reason 第15"),
            ], next: 2469135780246))
    samples.append(
        ListOutsideRequest(
            organisation: 1234567890123, state: OutsideState.fromOutside, after: 3703703670369, limit: 49380))
    samples.append(
        ListPapersReply(
            papers: [
                Paper(
                    id: 1234567890123, programme: 2469135780246, title: "title 第3", passMarkHundredths: 49380,
                    minutes: 61725,
                    questions: [
                        PaperQuestion(question: 1234567890123, marksHundredths: 24690),
                        PaperQuestion(question: 3703703670369, marksHundredths: 49380),
                    ], withdrawn: true,
                    open: [
                        PaperOpening(
                            id: 1234567890123, base: 2469135780246, baseName: "base_name 第3", openedMs: -4938268,
                            closedMs: -6172835),
                        PaperOpening(
                            id: 3703703670369, base: 4938271560492, baseName: "base_name 第5", openedMs: -7407402,
                            closedMs: -8641969),
                    ]),
                Paper(
                    id: 3703703670369, programme: 4938271560492, title: "title 第5", passMarkHundredths: 74070,
                    minutes: 86415,
                    questions: [
                        PaperQuestion(question: 6172839450615, marksHundredths: 74070),
                        PaperQuestion(question: 8641975230861, marksHundredths: 98760),
                    ], withdrawn: true,
                    open: [
                        PaperOpening(
                            id: 6172839450615, base: 7407407340738, baseName: "base_name 第7", openedMs: -9876536,
                            closedMs: -11111103),
                        PaperOpening(
                            id: 8641975230861, base: 9876543120984, baseName: "base_name 第9", openedMs: -12345670,
                            closedMs: -13580237),
                    ]),
            ], next: 2469135780246))
    samples.append(ListPapersRequest(programme: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListPeopleReportReply(
            people: [
                PersonReport(
                    person: 1234567890123, number: "number 第2", name: "name 第3", unit: "unit 第4", title: "title 第5",
                    present: true, windows: 86415, examTaken: true, examPassed: true, examHundredths: 123450,
                    lacking: ["lacking 第11", "lacking 第12"], award: AwardState.pending, creditsTenths: 160485,
                    hoursTenths: 172830, examUnsettled: true),
                PersonReport(
                    person: 3703703670369, number: "number 第4", name: "name 第5", unit: "unit 第6", title: "title 第7",
                    present: true, windows: 111105, examTaken: true, examPassed: true, examHundredths: 148140,
                    lacking: ["lacking 第13", "lacking 第14"], award: AwardState.pending, creditsTenths: 185175,
                    hoursTenths: 197520, examUnsettled: true),
            ], ofWindows: 24690, next: 3703703670369))
    samples.append(ListPeopleReportRequest(offering: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListPeriodsReply(
            periods: [
                LedgerPeriod(
                    id: 1234567890123, firstDay: -2, lastDay: -3, closedMs: -4938268, person: 6172839450615,
                    personName: "person_name 第6",
                    balances: [
                        PeriodBalance(
                            account: LedgerAccount.alipay, openingFen: -2469134, debitFen: -3703701,
                            creditFen: -4938268, closingFen: -6172835),
                        PeriodBalance(
                            account: LedgerAccount.alipay, openingFen: -4938268, debitFen: -6172835,
                            creditFen: -7407402, closingFen: -8641969),
                    ]),
                LedgerPeriod(
                    id: 3703703670369, firstDay: -4, lastDay: -5, closedMs: -7407402, person: 8641975230861,
                    personName: "person_name 第8",
                    balances: [
                        PeriodBalance(
                            account: LedgerAccount.alipay, openingFen: -7407402, debitFen: -8641969,
                            creditFen: -9876536, closingFen: -11111103),
                        PeriodBalance(
                            account: LedgerAccount.alipay, openingFen: -9876536, debitFen: -11111103,
                            creditFen: -12345670, closingFen: -13580237),
                    ]),
            ], next: 2469135780246))
    samples.append(ListPeriodsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        ListPostReportPeopleReply(
            people: [
                PostReportPerson(person: 1234567890123, number: "number 第2", name: "name 第3"),
                PostReportPerson(person: 3703703670369, number: "number 第4", name: "name 第5"),
            ], next: 2469135780246))
    samples.append(ListPostReportPeopleRequest(report: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListPostReportsReply(
            reports: [
                PostReport(
                    id: 1234567890123, offering: 2469135780246, title: "title 第3", state: PostReportState.draft,
                    supplements: 6172839450615, dueDay: -6, late: true, submittedMs: -9876536, reason: "reason 第9",
                    pages: [
                        PostReportPage(kind: PostReportPageKind.teaching, text: "text 第2"),
                        PostReportPage(kind: PostReportPageKind.teaching, text: "text 第4"),
                    ], textbooks: ["textbooks 第11", "textbooks 第12"],
                    documents: [
                        PostReportDocument(id: 1234567890123, kind: PostReportDocumentKind.notice, size: 37035),
                        PostReportDocument(id: 3703703670369, kind: PostReportDocumentKind.notice, size: 61725),
                    ], people: 160485, lacking: ["lacking 第14", "lacking 第15"]),
                PostReport(
                    id: 3703703670369, offering: 4938271560492, title: "title 第5", state: PostReportState.draft,
                    supplements: 8641975230861, dueDay: -8, late: true, submittedMs: -12345670, reason: "reason 第11",
                    pages: [
                        PostReportPage(kind: PostReportPageKind.teaching, text: "text 第6"),
                        PostReportPage(kind: PostReportPageKind.teaching, text: "text 第8"),
                    ], textbooks: ["textbooks 第13", "textbooks 第14"],
                    documents: [
                        PostReportDocument(id: 6172839450615, kind: PostReportDocumentKind.notice, size: 86415),
                        PostReportDocument(id: 8641975230861, kind: PostReportDocumentKind.notice, size: 111105),
                    ], people: 185175, lacking: ["lacking 第16", "lacking 第17"]),
            ], next: 2469135780246))
    samples.append(ListPostReportsRequest(offering: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListPresetsReply(presets: [
            Programme(
                id: 1234567890123, name: "name 第2", preset: "preset 第3", timeZone: "time_zone 第4",
                policy: [
                    PolicySwitch(name: "name 第1", value: "value 第2"), PolicySwitch(name: "name 第3", value: "value 第4"),
                ]),
            Programme(
                id: 3703703670369, name: "name 第4", preset: "preset 第5", timeZone: "time_zone 第6",
                policy: [
                    PolicySwitch(name: "name 第5", value: "value 第6"), PolicySwitch(name: "name 第7", value: "value 第8"),
                ]),
        ]))
    samples.append(ListPresetsRequest())
    samples.append(
        ListProgrammesReply(
            programmes: [
                Programme(
                    id: 1234567890123, name: "name 第2", preset: "preset 第3", timeZone: "time_zone 第4",
                    policy: [
                        PolicySwitch(name: "name 第1", value: "value 第2"),
                        PolicySwitch(name: "name 第3", value: "value 第4"),
                    ]),
                Programme(
                    id: 3703703670369, name: "name 第4", preset: "preset 第5", timeZone: "time_zone 第6",
                    policy: [
                        PolicySwitch(name: "name 第5", value: "value 第6"),
                        PolicySwitch(name: "name 第7", value: "value 第8"),
                    ]),
            ], next: 2469135780246))
    samples.append(ListProgrammesRequest(after: 1234567890123, limit: 24690))
    samples.append(
        ListProjectsReply(
            projects: [
                Project(
                    id: 1234567890123, number: "number 第2", name: "name 第3", level: ProjectLevel.national,
                    category: CreditCategory.ii, hoursTenths: 74070, creditsTenths: 86415, owner: 9876543120984,
                    courses: [
                        Course(id: 1234567890123, name: "name 第2", hoursTenths: 37035, creditsTenths: 49380),
                        Course(id: 3703703670369, name: "name 第4", hoursTenths: 61725, creditsTenths: 74070),
                    ], runs: 123450, year: 135795, fromDay: -12, untilDay: -13, state: ProjectState.open,
                    registered: 185175),
                Project(
                    id: 3703703670369, number: "number 第4", name: "name 第5", level: ProjectLevel.national,
                    category: CreditCategory.ii, hoursTenths: 98760, creditsTenths: 111105, owner: 12345678901230,
                    courses: [
                        Course(id: 6172839450615, name: "name 第6", hoursTenths: 86415, creditsTenths: 98760),
                        Course(id: 8641975230861, name: "name 第8", hoursTenths: 111105, creditsTenths: 123450),
                    ], runs: 148140, year: 160485, fromDay: -14, untilDay: -15, state: ProjectState.open,
                    registered: 209865),
            ], next: 2469135780246))
    samples.append(
        ListProjectsRequest(
            after: 1234567890123, limit: 24690, nameContains: "name_contains 第3", numberContains: "number_contains 第4",
            level: ProjectLevel.provincial, year: 74070, state: ProjectState.withdrawn, onDay: -8,
            category: CreditCategory.ii, owner: 12345678901230))
    samples.append(
        ListQuarantinedMarksReply(
            marks: [
                QuarantinedMark(
                    log: [16, 99, 182, 9], sequence: 2469135780246, person: 3703703670369, number: "number 第4",
                    name: "name 第5", assessment: 7407407340738, actor: 8641975230861, actorName: "actor_name 第8",
                    valueHundredths: 111105, atMs: -12345670, terminalName: "terminal_name 第11",
                    code: ErrorCode.badFrame),
                QuarantinedMark(
                    log: [48, 131, 214, 41], sequence: 4938271560492, person: 6172839450615, number: "number 第6",
                    name: "name 第7", assessment: 9876543120984, actor: 11111111011107, actorName: "actor_name 第10",
                    valueHundredths: 135795, atMs: -14814804, terminalName: "terminal_name 第13",
                    code: ErrorCode.badFrame),
            ], next: [32, 115, 198, 25]))
    samples.append(ListQuarantinedMarksRequest(offering: 1234567890123, cursor: [32, 115, 198, 25], limit: 37035))
    samples.append(
        ListQuestionsReply(
            questions: [
                Question(
                    id: 1234567890123, bank: 2469135780246, kind: QuestionKind.multipleChoice, stem: "stem 第4",
                    options: ["options 第5", "options 第6"], correct: 74070, enabled: true, sat: true,
                    changedMs: -11111103),
                Question(
                    id: 3703703670369, bank: 4938271560492, kind: QuestionKind.multipleChoice, stem: "stem 第6",
                    options: ["options 第7", "options 第8"], correct: 98760, enabled: true, sat: true,
                    changedMs: -13580237),
            ], next: 2469135780246, enabled: 37035, needed: 49380))
    samples.append(
        ListQuestionsRequest(bank: 1234567890123, after: 2469135780246, limit: 37035, contains: "contains 第4"))
    samples.append(
        ListQuotasReply(
            quotas: [
                Quota(
                    round: 1234567890123, city: 2469135780246, specialty: 3703703670369, seats: 49380, approved: 61725,
                    admitted: 74070, cityName: "city_name 第7", specialtyName: "specialty_name 第8",
                    approvedRecount: 111105, admittedRecount: 123450),
                Quota(
                    round: 3703703670369, city: 4938271560492, specialty: 6172839450615, seats: 74070, approved: 86415,
                    admitted: 98760, cityName: "city_name 第9", specialtyName: "specialty_name 第10",
                    approvedRecount: 135795, admittedRecount: 148140),
            ], next: QuotaKey(city: 1234567890123, specialty: 2469135780246)))
    samples.append(
        ListQuotasRequest(
            round: 1234567890123, after: QuotaKey(city: 1234567890123, specialty: 2469135780246), limit: 37035,
            recount: true))
    samples.append(
        ListRefundsReply(
            refunds: [
                Refund(
                    id: 1234567890123, order: 2469135780246, person: 3703703670369, personName: "person_name 第4",
                    kind: RefundKind.lodging, amountFen: 7407407340738, state: RefundProgress.rejected,
                    reason: "reason 第8", note: "note 第9", number: "number 第10", channel: PaymentChannel.alipay,
                    createdMs: -14814804),
                Refund(
                    id: 3703703670369, order: 4938271560492, person: 6172839450615, personName: "person_name 第6",
                    kind: RefundKind.lodging, amountFen: 9876543120984, state: RefundProgress.rejected,
                    reason: "reason 第10", note: "note 第11", number: "number 第12", channel: PaymentChannel.alipay,
                    createdMs: -17283938),
            ], next: 2469135780246))
    samples.append(ListRefundsRequest(state: RefundProgress.rejected, after: 2469135780246, limit: 37035))
    samples.append(
        ListResponsibleReply(people: [
            Responsible(person: 1234567890123, name: "name 第2", phone: "phone 第3"),
            Responsible(person: 3703703670369, name: "name 第4", phone: "phone 第5"),
        ]))
    samples.append(ListResponsibleRequest(organisation: 1234567890123))
    samples.append(
        ListReviewsReply(
            reviews: [
                Review(
                    kind: ReviewKind.booking, subject: 2469135780246, container: 3703703670369, title: "title 第4",
                    person: 6172839450615, personName: "person_name 第6", state: ReviewState.approved,
                    level: ReviewLevel.unit, organisation: 11111111011107, submittedMs: -12345670, changedMs: -13580237,
                    reason: "reason 第12"),
                Review(
                    kind: ReviewKind.booking, subject: 4938271560492, container: 6172839450615, title: "title 第6",
                    person: 8641975230861, personName: "person_name 第8", state: ReviewState.approved,
                    level: ReviewLevel.unit, organisation: 13580246791353, submittedMs: -14814804, changedMs: -16049371,
                    reason: "reason 第14"),
            ], next: 2469135780246))
    samples.append(
        ListReviewsRequest(
            kind: ReviewKind.booking, container: 2469135780246, state: ReviewState.approved, after: 4938271560492,
            limit: 61725))
    samples.append(
        ListRosterReply(
            entries: [
                RosterEntry(
                    person: 1234567890123, number: "number 第2", name: "name 第3", unit: "unit 第4", title: "title 第5"),
                RosterEntry(
                    person: 3703703670369, number: "number 第4", name: "name 第5", unit: "unit 第6", title: "title 第7"),
            ], next: 2469135780246))
    samples.append(ListRosterRequest(offering: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListRoundsReply(
            rounds: [
                IntakeRound(
                    id: 1234567890123, cohort: 2469135780246, programme: 3703703670369, name: "name 第4",
                    kind: IntakeKind.base, needsUnitApproval: true, state: RoundState.open,
                    enrolment: RoundWindow(fromMs: -1234567, toMs: -2469134),
                    levels: [
                        RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -1234567, toMs: -2469134)),
                        RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -6172835, toMs: -7407402)),
                    ], admission: RoundWindow(fromMs: -1234567, toMs: -2469134),
                    batches: [
                        PreferenceBatch(
                            name: "name 第1", preferences: 24690, personTypes: [3703703670369, 4938271560492],
                            baseCategories: [4938271560492, 6172839450615]),
                        PreferenceBatch(
                            name: "name 第3", preferences: 49380, personTypes: [6172839450615, 7407407340738],
                            baseCategories: [7407407340738, 8641975230861]),
                    ], province: 14814814681476, year: 160485, cohortName: "cohort_name 第14", timeZone: "time_zone 第15"),
                IntakeRound(
                    id: 3703703670369, cohort: 4938271560492, programme: 6172839450615, name: "name 第6",
                    kind: IntakeKind.base, needsUnitApproval: true, state: RoundState.open,
                    enrolment: RoundWindow(fromMs: -6172835, toMs: -7407402),
                    levels: [
                        RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -11111103, toMs: -12345670)),
                        RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -16049371, toMs: -17283938)),
                    ], admission: RoundWindow(fromMs: -6172835, toMs: -7407402),
                    batches: [
                        PreferenceBatch(
                            name: "name 第5", preferences: 74070, personTypes: [8641975230861, 9876543120984],
                            baseCategories: [9876543120984, 11111111011107]),
                        PreferenceBatch(
                            name: "name 第7", preferences: 98760, personTypes: [11111111011107, 12345678901230],
                            baseCategories: [12345678901230, 13580246791353]),
                    ], province: 17283950461722, year: 185175, cohortName: "cohort_name 第16", timeZone: "time_zone 第17"),
            ], next: 2469135780246))
    samples.append(
        ListRoundsRequest(after: 1234567890123, limit: 24690, cohort: 3703703670369, state: RoundState.draft))
    samples.append(
        ListRunReportsReply(
            runs: [
                RunReport(
                    run: Run(
                        state: RunState.waiting, offering: 2469135780246, title: "title 第3", base: 4938271560492,
                        baseName: "base_name 第5", firstDay: -6, lastDay: -7), project: 2469135780246,
                    projectNumber: "project_number 第3", projectName: "project_name 第4", level: ProjectLevel.provincial,
                    category: CreditCategory.i, creditsTenths: 86415, hoursTenths: 98760, owner: 11111111011107,
                    ownerName: "owner_name 第10", modality: Modality.online, people: 148140, awarded: 160485,
                    awardedTenths: 172830, reportDueDay: -15, report: PostReportState.draft),
                RunReport(
                    run: Run(
                        state: RunState.waiting, offering: 7407407340738, title: "title 第7", base: 9876543120984,
                        baseName: "base_name 第9", firstDay: -10, lastDay: -11), project: 4938271560492,
                    projectNumber: "project_number 第5", projectName: "project_name 第6", level: ProjectLevel.provincial,
                    category: CreditCategory.i, creditsTenths: 111105, hoursTenths: 123450, owner: 13580246791353,
                    ownerName: "owner_name 第12", modality: Modality.online, people: 172830, awarded: 185175,
                    awardedTenths: 197520, reportDueDay: -17, report: PostReportState.draft),
            ], next: 2469135780246))
    samples.append(
        ListRunReportsRequest(
            organisation: 1234567890123, project: 2469135780246, state: RunState.waiting, fromDay: -4, untilDay: -5,
            after: 7407407340738, limit: 86415))
    samples.append(
        ListRunsReply(
            runs: [
                Run(
                    state: RunState.waiting, offering: 2469135780246, title: "title 第3", base: 4938271560492,
                    baseName: "base_name 第5", firstDay: -6, lastDay: -7),
                Run(
                    state: RunState.waiting, offering: 4938271560492, title: "title 第5", base: 7407407340738,
                    baseName: "base_name 第7", firstDay: -8, lastDay: -9),
            ], next: 2469135780246))
    samples.append(ListRunsRequest(project: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(
        ListScansReply(
            scans: [
                Scan(
                    person: 1234567890123, number: "number 第2", name: "name 第3", atMs: -4938268,
                    state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 8641975230861, method: 98760,
                    log: [144, 227, 54, 137], sequence: 12345678901230, terminal: 13580246791353, earliestMs: -14814804,
                    latestMs: -16049371, basis: TimeBasis.measured),
                Scan(
                    person: 3703703670369, number: "number 第4", name: "name 第5", atMs: -7407402,
                    state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 11111111011107, method: 123450,
                    log: [176, 3, 86, 169], sequence: 14814814681476, terminal: 16049382571599, earliestMs: -17283938,
                    latestMs: -18518505, basis: TimeBasis.measured),
            ], next: [32, 115, 198, 25],
            totals: ScanTotals(
                scans: 12345, counted: 24690, repeats: 37035, outsideWindow: 49380, outsideDates: 61725, flagged: 74070,
                voided: 86415, people: 98760, onClocksWord: 111105, discarded: 123450, elsewhere: 135795)))
    samples.append(
        ListScansRequest(
            offering: 1234567890123, cursor: [32, 115, 198, 25], limit: 37035, person: 4938271560492,
            state: ScanState.`repeat`))
    samples.append(
        ListScoresReply(
            scores: [
                Score(
                    offering: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4",
                    assessment: 6172839450615, state: ScoreState.value, valueHundredths: 86415, passed: true,
                    siblings: [
                        ScoreSibling(
                            log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369,
                            actorName: "actor_name 第4", valueHundredths: 61725, atMs: -7407402,
                            terminalName: "terminal_name 第7", kind: 98760),
                        ScoreSibling(
                            log: [48, 131, 214, 41], sequence: 4938271560492, actor: 6172839450615,
                            actorName: "actor_name 第6", valueHundredths: 86415, atMs: -9876536,
                            terminalName: "terminal_name 第9", kind: 123450),
                    ], context: [160, 243, 70, 153]),
                Score(
                    offering: 3703703670369, person: 4938271560492, number: "number 第5", name: "name 第6",
                    assessment: 8641975230861, state: ScoreState.value, valueHundredths: 111105, passed: true,
                    siblings: [
                        ScoreSibling(
                            log: [80, 163, 246, 73], sequence: 7407407340738, actor: 8641975230861,
                            actorName: "actor_name 第8", valueHundredths: 111105, atMs: -12345670,
                            terminalName: "terminal_name 第11", kind: 148140),
                        ScoreSibling(
                            log: [112, 195, 22, 105], sequence: 9876543120984, actor: 11111111011107,
                            actorName: "actor_name 第10", valueHundredths: 135795, atMs: -14814804,
                            terminalName: "terminal_name 第13", kind: 172830),
                    ], context: [192, 19, 102, 185]),
            ], next: 2469135780246, conflicts: 37035, passed: 49380, failed: 61725))
    samples.append(ListScoresRequest(offering: 1234567890123, after: 2469135780246, limit: 37035, onlyConflicts: true))
    samples.append(
        ListSellingStopsReply(
            stops: [
                SellingStop(
                    id: 1234567890123, cause: StopCause.terminal, reason: "reason 第3", sinceMs: -4938268,
                    untilMs: -6172835, untilReason: "until_reason 第6"),
                SellingStop(
                    id: 3703703670369, cause: StopCause.terminal, reason: "reason 第5", sinceMs: -7407402,
                    untilMs: -8641969, untilReason: "until_reason 第8"),
            ], next: 2469135780246))
    samples.append(ListSellingStopsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        ListServerLogsReply(
            logs: [
                ServerLog(
                    id: 1234567890123, log: [32, 115, 198, 25], epoch: 3703703670369, sequence: 4938271560492,
                    current: true, reportedSequence: 7407407340738, reportedMs: -8641969),
                ServerLog(
                    id: 3703703670369, log: [64, 147, 230, 57], epoch: 6172839450615, sequence: 7407407340738,
                    current: true, reportedSequence: 9876543120984, reportedMs: -11111103),
            ], next: 2469135780246))
    samples.append(ListServerLogsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        ListSessionsReply(sessions: [
            SessionEntry(
                id: 1234567890123, createdMs: -2469134, lastUsedMs: -3703701, address: "address 第4", isThis: true),
            SessionEntry(
                id: 3703703670369, createdMs: -4938268, lastUsedMs: -6172835, address: "address 第6", isThis: true),
        ]))
    samples.append(ListSessionsRequest())
    samples.append(
        ListSittingsReply(
            sittings: [
                Sitting(
                    id: 1234567890123, offering: 2469135780246, title: "title 第3", person: 4938271560492,
                    number: "number 第5", name: "name 第6", attempt: 86415, state: SittingState.open,
                    startedMs: -11111103, endsMs: -12345670, nowMs: -13580237, submittedMs: -14814804,
                    questions: 160485, answered: 172830, valueHundredths: 185175, passMarkHundredths: 197520,
                    passed: true, markedAgain: true, complaint: true, paper: 24691357802460, base: 25925925692583,
                    erased: true, complaintReason: "complaint_reason 第23", answer: SittingEvent.complaint,
                    answerReason: "answer_reason 第25"),
                Sitting(
                    id: 3703703670369, offering: 4938271560492, title: "title 第5", person: 7407407340738,
                    number: "number 第7", name: "name 第8", attempt: 111105, state: SittingState.open,
                    startedMs: -13580237, endsMs: -14814804, nowMs: -16049371, submittedMs: -17283938,
                    questions: 185175, answered: 197520, valueHundredths: 209865, passMarkHundredths: 222210,
                    passed: true, markedAgain: true, complaint: true, paper: 27160493582706, base: 28395061472829,
                    erased: true, complaintReason: "complaint_reason 第25", answer: SittingEvent.complaint,
                    answerReason: "answer_reason 第27"),
            ], next: 2469135780246))
    samples.append(
        ListSittingsRequest(
            offering: 1234567890123, paper: 2469135780246, base: 3703703670369, after: 4938271560492, limit: 61725,
            complained: true))
    samples.append(
        ListSkillsResultsReply(
            results: [
                SkillsResult(
                    offering: 1234567890123, title: "title 第2", baseName: "base_name 第3", startsMs: -4938268,
                    timeZone: "time_zone 第5", person: 7407407340738, number: "number 第7", name: "name 第8",
                    booking: 11111111011107, bookingState: BookingState.waiting, outcome: SkillsOutcome.passed,
                    scoreState: ScoreState.value, valueHundredths: 160485,
                    sheets: [
                        ScoredSheet(
                            mark: ScoreSibling(
                                log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369,
                                actorName: "actor_name 第4", valueHundredths: 61725, atMs: -7407402,
                                terminalName: "terminal_name 第7", kind: 98760), checklist: 2469135780246,
                            edition: 37035, passMarkHundredths: 49380,
                            items: [
                                ScoredItem(
                                    text: "text 第1", pointsHundredths: 24690, critical: true, earnedHundredths: 49380,
                                    failed: true),
                                ScoredItem(
                                    text: "text 第3", pointsHundredths: 49380, critical: true, earnedHundredths: 74070,
                                    failed: true),
                            ], stands: true, reason: "reason 第7"),
                        ScoredSheet(
                            mark: ScoreSibling(
                                log: [80, 163, 246, 73], sequence: 7407407340738, actor: 8641975230861,
                                actorName: "actor_name 第8", valueHundredths: 111105, atMs: -12345670,
                                terminalName: "terminal_name 第11", kind: 148140), checklist: 4938271560492,
                            edition: 61725, passMarkHundredths: 74070,
                            items: [
                                ScoredItem(
                                    text: "text 第5", pointsHundredths: 74070, critical: true, earnedHundredths: 98760,
                                    failed: true),
                                ScoredItem(
                                    text: "text 第7", pointsHundredths: 98760, critical: true, earnedHundredths: 123450,
                                    failed: true),
                            ], stands: true, reason: "reason 第9"),
                    ], signedIn: true, context: [0, 83, 166, 249]),
                SkillsResult(
                    offering: 3703703670369, title: "title 第4", baseName: "base_name 第5", startsMs: -7407402,
                    timeZone: "time_zone 第7", person: 9876543120984, number: "number 第9", name: "name 第10",
                    booking: 13580246791353, bookingState: BookingState.waiting, outcome: SkillsOutcome.passed,
                    scoreState: ScoreState.value, valueHundredths: 185175,
                    sheets: [
                        ScoredSheet(
                            mark: ScoreSibling(
                                log: [144, 227, 54, 137], sequence: 12345678901230, actor: 13580246791353,
                                actorName: "actor_name 第12", valueHundredths: 160485, atMs: -17283938,
                                terminalName: "terminal_name 第15", kind: 197520), checklist: 7407407340738,
                            edition: 86415, passMarkHundredths: 98760,
                            items: [
                                ScoredItem(
                                    text: "text 第9", pointsHundredths: 123450, critical: true, earnedHundredths: 148140,
                                    failed: true),
                                ScoredItem(
                                    text: "text 第11", pointsHundredths: 148140, critical: true,
                                    earnedHundredths: 172830, failed: true),
                            ], stands: true, reason: "reason 第11"),
                        ScoredSheet(
                            mark: ScoreSibling(
                                log: [208, 35, 118, 201], sequence: 17283950461722, actor: 18518518351845,
                                actorName: "actor_name 第16", valueHundredths: 209865, atMs: -22222206,
                                terminalName: "terminal_name 第19", kind: 246900), checklist: 9876543120984,
                            edition: 111105, passMarkHundredths: 123450,
                            items: [
                                ScoredItem(
                                    text: "text 第13", pointsHundredths: 172830, critical: true,
                                    earnedHundredths: 197520, failed: true),
                                ScoredItem(
                                    text: "text 第15", pointsHundredths: 197520, critical: true,
                                    earnedHundredths: 222210, failed: true),
                            ], stands: true, reason: "reason 第13"),
                    ], signedIn: true, context: [32, 115, 198, 25]),
            ], next: 2469135780246))
    samples.append(
        ListSkillsResultsRequest(
            offering: 1234567890123, person: 2469135780246, after: 3703703670369, limit: 49380, onlyConflicts: true))
    samples.append(
        ListSmsOutboxReply(
            entries: [
                SmsEntry(
                    id: 1234567890123, atMs: -2469134, phone: "phone 第3", text: "text 第4", purpose: SmsPurpose.recover,
                    state: SmsState.waiting, tries: 86415, failure: "failure 第8"),
                SmsEntry(
                    id: 3703703670369, atMs: -4938268, phone: "phone 第5", text: "text 第6", purpose: SmsPurpose.recover,
                    state: SmsState.waiting, tries: 111105, failure: "failure 第10"),
            ], next: 2469135780246))
    samples.append(ListSmsOutboxRequest(after: 1234567890123, limit: 24690))
    samples.append(
        ListStatementsReply(
            statements: [
                GatewayStatement(
                    id: 1234567890123, channel: PaymentChannel.weChat, day: -3, state: StatementState.running,
                    fileName: "file_name 第5", rows: 7407407340738, matched: 8641975230861, missingHere: 9876543120984,
                    missingThere: 11111111011107, different: 12345678901230, repeated: 13580246791353,
                    paidFen: 14814814681476, refundedFen: 16049382571599, open: 17283950461722, createdMs: -18518505,
                    finishedMs: -19753072, person: 20987654132091, personName: "person_name 第18"),
                GatewayStatement(
                    id: 3703703670369, channel: PaymentChannel.weChat, day: -5, state: StatementState.running,
                    fileName: "file_name 第7", rows: 9876543120984, matched: 11111111011107, missingHere: 12345678901230,
                    missingThere: 13580246791353, different: 14814814681476, repeated: 16049382571599,
                    paidFen: 17283950461722, refundedFen: 18518518351845, open: 19753086241968, createdMs: -20987639,
                    finishedMs: -22222206, person: 23456789912337, personName: "person_name 第20"),
            ], next: 2469135780246))
    samples.append(ListStatementsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        ListSupportContactsReply(
            contacts: [
                SupportContact(
                    programme: 1234567890123, programmeName: "programme_name 第2", phone: "phone 第3", hours: "hours 第4"),
                SupportContact(
                    programme: 3703703670369, programmeName: "programme_name 第4", phone: "phone 第5", hours: "hours 第6"),
            ], next: 2469135780246))
    samples.append(ListSupportContactsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        ListTerminalsReply(
            terminals: [
                Terminal(
                    id: 1234567890123, name: "name 第2", base: 3703703670369, revoked: true, lastContactMs: -6172835,
                    facts: 7407407340738, storedBytes: 8641975230861, storedBytesLimit: 9876543120984,
                    forgedReceipts: 11111111011107),
                Terminal(
                    id: 3703703670369, name: "name 第4", base: 6172839450615, revoked: true, lastContactMs: -8641969,
                    facts: 9876543120984, storedBytes: 11111111011107, storedBytesLimit: 12345678901230,
                    forgedReceipts: 13580246791353),
            ], next: 2469135780246))
    samples.append(ListTerminalsRequest(after: 1234567890123, limit: 24690, base: 3703703670369))
    samples.append(
        ListUnitComplianceReply(
            units: [
                UnitCompliance(unit: 1234567890123, name: "name 第2", people: 37035, met: 49380, ruleless: 61725),
                UnitCompliance(unit: 3703703670369, name: "name 第4", people: 61725, met: 74070, ruleless: 86415),
            ], next: 2469135780246))
    samples.append(ListUnitComplianceRequest(region: 1234567890123, year: 24690, after: 3703703670369, limit: 49380))
    samples.append(
        ListUnitPaymentsReply(
            payments: [
                UnitPayment(
                    id: 1234567890123, programme: 2469135780246, reference: "reference 第3", phone: "phone 第4",
                    name: "name 第5", amountFen: 7407407340738, state: UnitPaymentState.matched, person: 9876543120984,
                    entitlement: 11111111011107, createdMs: -12345670, reason: "reason 第11"),
                UnitPayment(
                    id: 3703703670369, programme: 4938271560492, reference: "reference 第5", phone: "phone 第6",
                    name: "name 第7", amountFen: 9876543120984, state: UnitPaymentState.matched, person: 12345678901230,
                    entitlement: 13580246791353, createdMs: -14814804, reason: "reason 第13"),
            ], next: 2469135780246))
    samples.append(
        ListUnitPaymentsRequest(
            programme: 1234567890123, state: UnitPaymentState.waiting, after: 3703703670369, limit: 49380))
    samples.append(
        ListUnitReportsReply(
            units: [
                UnitReport(
                    unit: 1234567890123, name: "name 第2", region: 3703703670369, regionName: "region_name 第4",
                    people: 61725, credited: 74070, categoryITenths: 86415, categoryIiTenths: 98760,
                    hoursTenths: 111105, met: 123450, ruleless: 135795),
                UnitReport(
                    unit: 3703703670369, name: "name 第4", region: 6172839450615, regionName: "region_name 第6",
                    people: 86415, credited: 98760, categoryITenths: 111105, categoryIiTenths: 123450,
                    hoursTenths: 135795, met: 148140, ruleless: 160485),
            ], next: 2469135780246))
    samples.append(ListUnitReportsRequest(region: 1234567890123, year: 24690, after: 3703703670369, limit: 49380))
    samples.append(
        ListWalkInsReply(
            walkIns: [
                WalkIn(
                    id: 1234567890123, offering: 2469135780246, number: "number 第3", person: 4938271560492,
                    state: WalkInState.flagged, name: "name 第6", idNumber: "id_number 第7", phone: "phone 第8",
                    title: "title 第9", unit: "unit 第10", knownPerson: 13580246791353, knownName: "known_name 第12",
                    oneDevice: true, terminal: 17283950461722, atMs: -18518505, reason: "reason 第16"),
                WalkIn(
                    id: 3703703670369, offering: 4938271560492, number: "number 第5", person: 7407407340738,
                    state: WalkInState.flagged, name: "name 第8", idNumber: "id_number 第9", phone: "phone 第10",
                    title: "title 第11", unit: "unit 第12", knownPerson: 16049382571599, knownName: "known_name 第14",
                    oneDevice: true, terminal: 19753086241968, atMs: -20987639, reason: "reason 第18"),
            ], next: 2469135780246))
    samples.append(
        ListWalkInsRequest(offering: 1234567890123, state: WalkInState.taken, after: 3703703670369, limit: 49380))
    samples.append(
        ListWorkReply(
            items: [
                WorkItem(
                    scan: Scan(
                        person: 1234567890123, number: "number 第2", name: "name 第3", atMs: -4938268,
                        state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 8641975230861, method: 98760,
                        log: [144, 227, 54, 137], sequence: 12345678901230, terminal: 13580246791353,
                        earliestMs: -14814804, latestMs: -16049371, basis: TimeBasis.measured), offering: 2469135780246,
                    offeringTitle: "offering_title 第3", recordedOffering: 4938271560492,
                    terminalName: "terminal_name 第5",
                    decisions: [
                        ScanDecision(
                            log: [16, 99, 182, 9], sequence: 2469135780246, factLog: [48, 131, 214, 41],
                            factSequence: 4938271560492, ruling: Ruling.doesNotCount, person: 7407407340738,
                            personName: "person_name 第7", offering: 9876543120984, offeringTitle: "offering_title 第9",
                            countsAtMs: -12345670, reason: "reason 第11", actor: 14814814681476,
                            actorName: "actor_name 第13", atMs: -17283938, stands: true),
                        ScanDecision(
                            log: [48, 131, 214, 41], sequence: 4938271560492, factLog: [80, 163, 246, 73],
                            factSequence: 7407407340738, ruling: Ruling.doesNotCount, person: 9876543120984,
                            personName: "person_name 第9", offering: 12345678901230, offeringTitle: "offering_title 第11",
                            countsAtMs: -14814804, reason: "reason 第13", actor: 17283950461722,
                            actorName: "actor_name 第15", atMs: -19753072, stands: true),
                    ], context: [112, 195, 22, 105], kind: 98760, quarantine: ErrorCode.tooLarge, last: 12345678901230),
                WorkItem(
                    scan: Scan(
                        person: 6172839450615, number: "number 第6", name: "name 第7", atMs: -9876536,
                        state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 13580246791353, method: 148140,
                        log: [208, 35, 118, 201], sequence: 17283950461722, terminal: 18518518351845,
                        earliestMs: -19753072, latestMs: -20987639, basis: TimeBasis.measured), offering: 4938271560492,
                    offeringTitle: "offering_title 第5", recordedOffering: 7407407340738,
                    terminalName: "terminal_name 第7",
                    decisions: [
                        ScanDecision(
                            log: [80, 163, 246, 73], sequence: 7407407340738, factLog: [112, 195, 22, 105],
                            factSequence: 9876543120984, ruling: Ruling.doesNotCount, person: 12345678901230,
                            personName: "person_name 第11", offering: 14814814681476,
                            offeringTitle: "offering_title 第13", countsAtMs: -17283938, reason: "reason 第15",
                            actor: 19753086241968, actorName: "actor_name 第17", atMs: -22222206, stands: true),
                        ScanDecision(
                            log: [112, 195, 22, 105], sequence: 9876543120984, factLog: [144, 227, 54, 137],
                            factSequence: 12345678901230, ruling: Ruling.doesNotCount, person: 14814814681476,
                            personName: "person_name 第13", offering: 17283950461722,
                            offeringTitle: "offering_title 第15", countsAtMs: -19753072, reason: "reason 第17",
                            actor: 22222222022214, actorName: "actor_name 第19", atMs: -24691340, stands: true),
                    ], context: [144, 227, 54, 137], kind: 123450, quarantine: ErrorCode.tooLarge, last: 14814814681476),
            ], next: [32, 115, 198, 25],
            silentDays: [
                SilentDay(
                    offering: 1234567890123, offeringTitle: "offering_title 第2", day: -3,
                    terminals: [
                        TerminalContact(terminal: 1234567890123, name: "name 第2", lastContactMs: -3703701),
                        TerminalContact(terminal: 3703703670369, name: "name 第4", lastContactMs: -6172835),
                    ]),
                SilentDay(
                    offering: 3703703670369, offeringTitle: "offering_title 第4", day: -5,
                    terminals: [
                        TerminalContact(terminal: 6172839450615, name: "name 第6", lastContactMs: -8641969),
                        TerminalContact(terminal: 8641975230861, name: "name 第8", lastContactMs: -11111103),
                    ]),
            ]))
    samples.append(
        ListWorkRequest(
            offering: 1234567890123, decided: true, cursor: [48, 131, 214, 41], limit: 49380, base: 6172839450615))
    samples.append(
        ListYearRulesReply(
            rules: [
                CreditYearRule(
                    id: 1234567890123, fromYear: 24690, toYear: 37035, province: 4938271560492,
                    unitLevel: RegionLevel.city, titles: ["titles 第6", "titles 第7"], creditsTenths: 86415,
                    hoursTenths: 98760, categoryITenths: 111105, categoryIiTenths: 123450, projectCapTenths: 135795,
                    categoryICapTenths: 148140, categoryIiCapTenths: 160485, years: 172830, basis: "basis 第15"),
                CreditYearRule(
                    id: 3703703670369, fromYear: 49380, toYear: 61725, province: 7407407340738,
                    unitLevel: RegionLevel.city, titles: ["titles 第8", "titles 第9"], creditsTenths: 111105,
                    hoursTenths: 123450, categoryITenths: 135795, categoryIiTenths: 148140, projectCapTenths: 160485,
                    categoryICapTenths: 172830, categoryIiCapTenths: 185175, years: 197520, basis: "basis 第17"),
            ], next: 2469135780246))
    samples.append(ListYearRulesRequest(after: 1234567890123, limit: 24690))
    samples.append(LodgingOption(name: "name 第1", fen: 2469135780246))
    samples.append(
        LogClaim(
            opening: [16, 99, 182, 9], openingSignature: [32, 115, 198, 25], headSequence: 3703703670369,
            headHash: [64, 147, 230, 57], closing: [80, 163, 246, 73], closingSignature: [96, 179, 6, 89]))
    samples.append(
        LogPosition(
            log: [16, 99, 182, 9], sequence: 2469135780246, headHash: [48, 131, 214, 41], token: 290495439161531424))
    samples.append(
        LogState(
            handle: 12345, verdict: Verdict.ok, durable: 3703703670369, headHash: [64, 147, 230, 57],
            applied: 6172839450615, receiptToken: 435743158742297136))
    samples.append(LoginOutsideRequest(provider: "provider 第1", code: "code 第2"))
    samples.append(
        LoginReply(
            session: [16, 99, 182, 9],
            person: Person(
                id: 1234567890123, name: "name 第2", phone: "phone 第3", participantNumber: "participant_number 第4"),
            roles: [
                RoleGrant(role: Role.person, organisation: 2469135780246, organisationName: "organisation_name 第3"),
                RoleGrant(role: Role.person, organisation: 4938271560492, organisationName: "organisation_name 第5"),
            ], mustChangePassword: true, expiresMs: -6172835, phoneBound: true, organisation: 8641975230861))
    samples.append(LoginRequest(name: "name 第1", password: "password 第2"))
    samples.append(LogoutReply())
    samples.append(LogoutRequest())
    samples.append(MarkAgainRequest(sitting: 1234567890123, valueHundredths: 24690, reason: "reason 第3"))
    samples.append(MarkShownReply(yours: [1234567890123, 2469135780246]))
    samples.append(MarkShownRequest(device: [16, 99, 182, 9], messages: [2469135780246, 3703703670369]))
    samples.append(
        Member(
            person: 1234567890123, name: "name 第2", phone: "phone 第3", idNumber: "id_number 第4", title: "title 第5",
            state: MembershipState.asked, byPerson: true, changedMs: -9876536,
            participantNumber: "participant_number 第9"))
    samples.append(MessageDetails(texts: ["texts 第1", "texts 第2"]))
    samples.append(MyApplicationsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        MyAttendanceReply(
            offerings: [
                MyOffering(
                    offering: 1234567890123, title: "title 第2", counted: 37035, flagged: 49380,
                    missing: ["missing 第5", "missing 第6"],
                    scans: [
                        Scan(
                            person: 1234567890123, number: "number 第2", name: "name 第3", atMs: -4938268,
                            state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 8641975230861, method: 98760,
                            log: [144, 227, 54, 137], sequence: 12345678901230, terminal: 13580246791353,
                            earliestMs: -14814804, latestMs: -16049371, basis: TimeBasis.measured),
                        Scan(
                            person: 3703703670369, number: "number 第4", name: "name 第5", atMs: -7407402,
                            state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 11111111011107, method: 123450,
                            log: [176, 3, 86, 169], sequence: 14814814681476, terminal: 16049382571599,
                            earliestMs: -17283938, latestMs: -18518505, basis: TimeBasis.measured),
                    ],
                    decisions: [
                        ScanDecision(
                            log: [16, 99, 182, 9], sequence: 2469135780246, factLog: [48, 131, 214, 41],
                            factSequence: 4938271560492, ruling: Ruling.doesNotCount, person: 7407407340738,
                            personName: "person_name 第7", offering: 9876543120984, offeringTitle: "offering_title 第9",
                            countsAtMs: -12345670, reason: "reason 第11", actor: 14814814681476,
                            actorName: "actor_name 第13", atMs: -17283938, stands: true),
                        ScanDecision(
                            log: [48, 131, 214, 41], sequence: 4938271560492, factLog: [80, 163, 246, 73],
                            factSequence: 7407407340738, ruling: Ruling.doesNotCount, person: 9876543120984,
                            personName: "person_name 第9", offering: 12345678901230, offeringTitle: "offering_title 第11",
                            countsAtMs: -14814804, reason: "reason 第13", actor: 17283950461722,
                            actorName: "actor_name 第15", atMs: -19753072, stands: true),
                    ]),
                MyOffering(
                    offering: 3703703670369, title: "title 第4", counted: 61725, flagged: 74070,
                    missing: ["missing 第7", "missing 第8"],
                    scans: [
                        Scan(
                            person: 6172839450615, number: "number 第6", name: "name 第7", atMs: -9876536,
                            state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 13580246791353, method: 148140,
                            log: [208, 35, 118, 201], sequence: 17283950461722, terminal: 18518518351845,
                            earliestMs: -19753072, latestMs: -20987639, basis: TimeBasis.measured),
                        Scan(
                            person: 8641975230861, number: "number 第8", name: "name 第9", atMs: -12345670,
                            state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 16049382571599, method: 172830,
                            log: [240, 67, 150, 233], sequence: 19753086241968, terminal: 20987654132091,
                            earliestMs: -22222206, latestMs: -23456773, basis: TimeBasis.measured),
                    ],
                    decisions: [
                        ScanDecision(
                            log: [80, 163, 246, 73], sequence: 7407407340738, factLog: [112, 195, 22, 105],
                            factSequence: 9876543120984, ruling: Ruling.doesNotCount, person: 12345678901230,
                            personName: "person_name 第11", offering: 14814814681476,
                            offeringTitle: "offering_title 第13", countsAtMs: -17283938, reason: "reason 第15",
                            actor: 19753086241968, actorName: "actor_name 第17", atMs: -22222206, stands: true),
                        ScanDecision(
                            log: [112, 195, 22, 105], sequence: 9876543120984, factLog: [144, 227, 54, 137],
                            factSequence: 12345678901230, ruling: Ruling.doesNotCount, person: 14814814681476,
                            personName: "person_name 第13", offering: 17283950461722,
                            offeringTitle: "offering_title 第15", countsAtMs: -19753072, reason: "reason 第17",
                            actor: 22222222022214, actorName: "actor_name 第19", atMs: -24691340, stands: true),
                    ]),
            ], next: 2469135780246))
    samples.append(MyAttendanceRequest(after: 1234567890123, limit: 24690))
    samples.append(MyBookingsRequest(after: 1234567890123, limit: 24690))
    samples.append(MyCertificatesRequest(after: 1234567890123, limit: 24690))
    samples.append(MyComplianceRequest(year: 12345))
    samples.append(
        MyCreditsReply(
            awards: [
                Award(
                    id: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4",
                    offering: 6172839450615, offeringTitle: "offering_title 第6", projectNumber: "project_number 第7",
                    category: CreditCategory.i, creditsTenths: 111105, hoursTenths: 123450, activityDay: -11,
                    state: AwardState.pending, reason: "reason 第13", awardedMs: -17283938),
                Award(
                    id: 3703703670369, person: 4938271560492, number: "number 第5", name: "name 第6",
                    offering: 8641975230861, offeringTitle: "offering_title 第8", projectNumber: "project_number 第9",
                    category: CreditCategory.i, creditsTenths: 135795, hoursTenths: 148140, activityDay: -13,
                    state: AwardState.pending, reason: "reason 第15", awardedMs: -19753072),
            ],
            years: [
                YearTotal(year: 12345, category: CreditCategory.i, creditsTenths: 37035, hoursTenths: 49380),
                YearTotal(year: 37035, category: CreditCategory.i, creditsTenths: 61725, hoursTenths: 74070),
            ], next: 3703703670369))
    samples.append(MyCreditsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        MyEntitlementsReply(
            entitlements: [
                Entitlement(
                    id: 1234567890123, programme: 2469135780246, programmeName: "programme_name 第3",
                    state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 7407407340738,
                    cancellations: 86415, cancelLimit: 98760, booking: 11111111011107, createdMs: -12345670),
                Entitlement(
                    id: 3703703670369, programme: 4938271560492, programmeName: "programme_name 第5",
                    state: EntitlementState.free, source: EntitlementSource.unitPayment, sourceId: 9876543120984,
                    cancellations: 111105, cancelLimit: 123450, booking: 13580246791353, createdMs: -14814804),
            ], next: 2469135780246))
    samples.append(MyEntitlementsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        MyEvaluationsReply(
            evaluations: [
                Evaluation(
                    target: EvaluationTarget(
                        subject: EvaluationSubject.course, offering: 2469135780246, course: 3703703670369),
                    title: "title 第2", opensMs: -3703701, givenMs: -4938268, counted: true, obstacle: "obstacle 第6",
                    questions: [
                        EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第2"),
                        EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第4"),
                    ],
                    answers: [
                        EvaluationAnswer(rating: 12345, text: "text 第2"),
                        EvaluationAnswer(rating: 37035, text: "text 第4"),
                    ]),
                Evaluation(
                    target: EvaluationTarget(
                        subject: EvaluationSubject.course, offering: 7407407340738, course: 8641975230861),
                    title: "title 第4", opensMs: -6172835, givenMs: -7407402, counted: true, obstacle: "obstacle 第8",
                    questions: [
                        EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第6"),
                        EvaluationQuestion(kind: EvaluationQuestionKind.text, text: "text 第8"),
                    ],
                    answers: [
                        EvaluationAnswer(rating: 61725, text: "text 第6"),
                        EvaluationAnswer(rating: 86415, text: "text 第8"),
                    ]),
            ], next: 2469135780246))
    samples.append(MyEvaluationsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        MyExam(
            offering: 1234567890123, title: "title 第2", byCode: true, opensMs: -4938268, obstacle: "obstacle 第5",
            attempts: 74070, left: 86415, unlimited: true, passed: true, valueHundredths: 123450,
            sitting: 13580246791353))
    samples.append(
        MyExamsReply(
            exams: [
                MyExam(
                    offering: 1234567890123, title: "title 第2", byCode: true, opensMs: -4938268,
                    obstacle: "obstacle 第5", attempts: 74070, left: 86415, unlimited: true, passed: true,
                    valueHundredths: 123450, sitting: 13580246791353),
                MyExam(
                    offering: 3703703670369, title: "title 第4", byCode: true, opensMs: -7407402,
                    obstacle: "obstacle 第7", attempts: 98760, left: 111105, unlimited: true, passed: true,
                    valueHundredths: 148140, sitting: 16049382571599),
            ], next: 2469135780246))
    samples.append(MyExamsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        MyIdentityReply(
            level: IdentityLevel.numberChecked, name: "name 第2", idNumber: "id_number 第3", unitConfirmed: true,
            claim: ClaimState.approved, reason: "reason 第6",
            photos: [
                Photo(
                    side: PhotoSide.back, format: PhotoFormat.jpeg, width: 37035, height: 49380, size: 61725,
                    uploadedMs: -7407402),
                Photo(
                    side: PhotoSide.back, format: PhotoFormat.jpeg, width: 61725, height: 74070, size: 86415,
                    uploadedMs: -9876536),
            ], satisfied: true))
    samples.append(MyIdentityRequest(programme: 1234567890123))
    samples.append(MyInvoicesRequest(after: 1234567890123, limit: 24690))
    samples.append(MyLeaveRequest(after: 1234567890123, limit: 24690))
    samples.append(
        MyOffering(
            offering: 1234567890123, title: "title 第2", counted: 37035, flagged: 49380,
            missing: ["missing 第5", "missing 第6"],
            scans: [
                Scan(
                    person: 1234567890123, number: "number 第2", name: "name 第3", atMs: -4938268,
                    state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 8641975230861, method: 98760,
                    log: [144, 227, 54, 137], sequence: 12345678901230, terminal: 13580246791353, earliestMs: -14814804,
                    latestMs: -16049371, basis: TimeBasis.measured),
                Scan(
                    person: 3703703670369, number: "number 第4", name: "name 第5", atMs: -7407402,
                    state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 11111111011107, method: 123450,
                    log: [176, 3, 86, 169], sequence: 14814814681476, terminal: 16049382571599, earliestMs: -17283938,
                    latestMs: -18518505, basis: TimeBasis.measured),
            ],
            decisions: [
                ScanDecision(
                    log: [16, 99, 182, 9], sequence: 2469135780246, factLog: [48, 131, 214, 41],
                    factSequence: 4938271560492, ruling: Ruling.doesNotCount, person: 7407407340738,
                    personName: "person_name 第7", offering: 9876543120984, offeringTitle: "offering_title 第9",
                    countsAtMs: -12345670, reason: "reason 第11", actor: 14814814681476, actorName: "actor_name 第13",
                    atMs: -17283938, stands: true),
                ScanDecision(
                    log: [48, 131, 214, 41], sequence: 4938271560492, factLog: [80, 163, 246, 73],
                    factSequence: 7407407340738, ruling: Ruling.doesNotCount, person: 9876543120984,
                    personName: "person_name 第9", offering: 12345678901230, offeringTitle: "offering_title 第11",
                    countsAtMs: -14814804, reason: "reason 第13", actor: 17283950461722, actorName: "actor_name 第15",
                    atMs: -19753072, stands: true),
            ]))
    samples.append(MyOrdersRequest(after: 1234567890123, limit: 24690))
    samples.append(MyOutsideRequest(after: 1234567890123, limit: 24690))
    samples.append(MyRefundsRequest(after: 1234567890123, limit: 24690))
    samples.append(MyReviewsRequest(kind: ReviewKind.booking, after: 2469135780246, limit: 37035))
    samples.append(MySittingsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        MySkillsExamsReply(
            results: [
                SkillsResult(
                    offering: 1234567890123, title: "title 第2", baseName: "base_name 第3", startsMs: -4938268,
                    timeZone: "time_zone 第5", person: 7407407340738, number: "number 第7", name: "name 第8",
                    booking: 11111111011107, bookingState: BookingState.waiting, outcome: SkillsOutcome.passed,
                    scoreState: ScoreState.value, valueHundredths: 160485,
                    sheets: [
                        ScoredSheet(
                            mark: ScoreSibling(
                                log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369,
                                actorName: "actor_name 第4", valueHundredths: 61725, atMs: -7407402,
                                terminalName: "terminal_name 第7", kind: 98760), checklist: 2469135780246,
                            edition: 37035, passMarkHundredths: 49380,
                            items: [
                                ScoredItem(
                                    text: "text 第1", pointsHundredths: 24690, critical: true, earnedHundredths: 49380,
                                    failed: true),
                                ScoredItem(
                                    text: "text 第3", pointsHundredths: 49380, critical: true, earnedHundredths: 74070,
                                    failed: true),
                            ], stands: true, reason: "reason 第7"),
                        ScoredSheet(
                            mark: ScoreSibling(
                                log: [80, 163, 246, 73], sequence: 7407407340738, actor: 8641975230861,
                                actorName: "actor_name 第8", valueHundredths: 111105, atMs: -12345670,
                                terminalName: "terminal_name 第11", kind: 148140), checklist: 4938271560492,
                            edition: 61725, passMarkHundredths: 74070,
                            items: [
                                ScoredItem(
                                    text: "text 第5", pointsHundredths: 74070, critical: true, earnedHundredths: 98760,
                                    failed: true),
                                ScoredItem(
                                    text: "text 第7", pointsHundredths: 98760, critical: true, earnedHundredths: 123450,
                                    failed: true),
                            ], stands: true, reason: "reason 第9"),
                    ], signedIn: true, context: [0, 83, 166, 249]),
                SkillsResult(
                    offering: 3703703670369, title: "title 第4", baseName: "base_name 第5", startsMs: -7407402,
                    timeZone: "time_zone 第7", person: 9876543120984, number: "number 第9", name: "name 第10",
                    booking: 13580246791353, bookingState: BookingState.waiting, outcome: SkillsOutcome.passed,
                    scoreState: ScoreState.value, valueHundredths: 185175,
                    sheets: [
                        ScoredSheet(
                            mark: ScoreSibling(
                                log: [144, 227, 54, 137], sequence: 12345678901230, actor: 13580246791353,
                                actorName: "actor_name 第12", valueHundredths: 160485, atMs: -17283938,
                                terminalName: "terminal_name 第15", kind: 197520), checklist: 7407407340738,
                            edition: 86415, passMarkHundredths: 98760,
                            items: [
                                ScoredItem(
                                    text: "text 第9", pointsHundredths: 123450, critical: true, earnedHundredths: 148140,
                                    failed: true),
                                ScoredItem(
                                    text: "text 第11", pointsHundredths: 148140, critical: true,
                                    earnedHundredths: 172830, failed: true),
                            ], stands: true, reason: "reason 第11"),
                        ScoredSheet(
                            mark: ScoreSibling(
                                log: [208, 35, 118, 201], sequence: 17283950461722, actor: 18518518351845,
                                actorName: "actor_name 第16", valueHundredths: 209865, atMs: -22222206,
                                terminalName: "terminal_name 第19", kind: 246900), checklist: 9876543120984,
                            edition: 111105, passMarkHundredths: 123450,
                            items: [
                                ScoredItem(
                                    text: "text 第13", pointsHundredths: 172830, critical: true,
                                    earnedHundredths: 197520, failed: true),
                                ScoredItem(
                                    text: "text 第15", pointsHundredths: 197520, critical: true,
                                    earnedHundredths: 222210, failed: true),
                            ], stands: true, reason: "reason 第13"),
                    ], signedIn: true, context: [32, 115, 198, 25]),
            ], next: 2469135780246))
    samples.append(MySkillsExamsRequest(after: 1234567890123, limit: 24690))
    samples.append(
        MyTeachingReply(
            number: "number 第1",
            courses: [
                TaughtCourse(
                    id: 1234567890123, offering: 2469135780246, title: "title 第3", state: OfferingState.draft,
                    projectNumber: "project_number 第5", projectName: "project_name 第6", course: "course 第7",
                    hoursTenths: 98760, firstDay: -9, lastDay: -10),
                TaughtCourse(
                    id: 3703703670369, offering: 4938271560492, title: "title 第5", state: OfferingState.draft,
                    projectNumber: "project_number 第7", projectName: "project_name 第8", course: "course 第9",
                    hoursTenths: 123450, firstDay: -11, lastDay: -12),
            ], next: 3703703670369))
    samples.append(MyTeachingRequest(after: 1234567890123, limit: 24690))
    samples.append(MyUnit(unit: 1234567890123, name: "name 第2", state: MembershipState.confirmed, byPerson: true))
    samples.append(
        MyUnitsReply(units: [
            MyUnit(unit: 1234567890123, name: "name 第2", state: MembershipState.confirmed, byPerson: true),
            MyUnit(unit: 3703703670369, name: "name 第4", state: MembershipState.confirmed, byPerson: true),
        ]))
    samples.append(MyUnitsRequest())
    samples.append(
        NotInvited(
            number: "number 第1",
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6")))
    samples.append(
        Notice(
            id: 1234567890123, kind: NoticeKind.training, state: NoticeState.withdrawn, title: "title 第4",
            body: "body 第5", organisation: 7407407340738, organisationName: "organisation_name 第7",
            publishedMs: -9876536, revisedMs: -11111103, revision: 123450, offering: 13580246791353))
    samples.append(
        NoticeHistoryReply(
            revisions: [
                NoticeRevision(
                    revision: 12345, title: "title 第2", body: "body 第3", editor: 4938271560492,
                    editorName: "editor_name 第5", atMs: -7407402, reason: "reason 第7"),
                NoticeRevision(
                    revision: 37035, title: "title 第4", body: "body 第5", editor: 7407407340738,
                    editorName: "editor_name 第7", atMs: -9876536, reason: "reason 第9"),
            ], next: 24690))
    samples.append(NoticeHistoryRequest(notice: 1234567890123, after: 24690, limit: 37035))
    samples.append(
        NoticeReply(
            notice: Notice(
                id: 1234567890123, kind: NoticeKind.training, state: NoticeState.withdrawn, title: "title 第4",
                body: "body 第5", organisation: 7407407340738, organisationName: "organisation_name 第7",
                publishedMs: -9876536, revisedMs: -11111103, revision: 123450, offering: 13580246791353)))
    samples.append(
        NoticeRevision(
            revision: 12345, title: "title 第2", body: "body 第3", editor: 4938271560492, editorName: "editor_name 第5",
            atMs: -7407402, reason: "reason 第7"))
    samples.append(
        Offering(
            id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492, title: "title 第5",
            state: OfferingState.draft,
            dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
            windows: [
                Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
            ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
            modality: Modality.online,
            teaching: Teaching(instructors: [
                Instructor(
                    course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                    hoursTenths: 61725),
                Instructor(
                    course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                    hoursTenths: 86415),
            ]),
            documents: [
                OfferingDocument(
                    id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380, size: 61725,
                    uploadedMs: -7407402, holds: true),
                OfferingDocument(
                    id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070, size: 86415,
                    uploadedMs: -9876536, holds: true),
            ]))
    samples.append(
        OfferingChange(
            id: 1234567890123, state: ReviewState.waiting,
            before: Offering(
                id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                title: "title 第5", state: OfferingState.draft,
                dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                windows: [
                    Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                    Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                modality: Modality.online,
                teaching: Teaching(instructors: [
                    Instructor(
                        course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                        hoursTenths: 61725),
                    Instructor(
                        course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                        hoursTenths: 86415),
                ]),
                documents: [
                    OfferingDocument(
                        id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380, size: 61725,
                        uploadedMs: -7407402, holds: true),
                    OfferingDocument(
                        id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070, size: 86415,
                        uploadedMs: -9876536, holds: true),
                ]),
            after: Offering(
                id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                title: "title 第5", state: OfferingState.draft,
                dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                windows: [
                    Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                    Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                modality: Modality.online,
                teaching: Teaching(instructors: [
                    Instructor(
                        course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                        hoursTenths: 61725),
                    Instructor(
                        course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                        hoursTenths: 86415),
                ]),
                documents: [
                    OfferingDocument(
                        id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380, size: 61725,
                        uploadedMs: -7407402, holds: true),
                    OfferingDocument(
                        id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070, size: 86415,
                        uploadedMs: -9876536, holds: true),
                ]), reason: "reason 第5", person: 7407407340738, personName: "person_name 第7", atMs: -9876536,
            decisionReason: "decision_reason 第9"))
    samples.append(OfferingCourse(id: 1234567890123, name: "name 第2"))
    samples.append(OfferingDay(day: -1, windowMinutes: [24690, 37035]))
    samples.append(
        OfferingDocument(
            id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380, size: 61725,
            uploadedMs: -7407402, holds: true))
    samples.append(
        OfferingReply(
            offering: Offering(
                id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                title: "title 第5", state: OfferingState.draft,
                dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                windows: [
                    Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                    Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                modality: Modality.online,
                teaching: Teaching(instructors: [
                    Instructor(
                        course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                        hoursTenths: 61725),
                    Instructor(
                        course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                        hoursTenths: 86415),
                ]),
                documents: [
                    OfferingDocument(
                        id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380, size: 61725,
                        uploadedMs: -7407402, holds: true),
                    OfferingDocument(
                        id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070, size: 86415,
                        uploadedMs: -9876536, holds: true),
                ])))
    samples.append(
        OfferingValue(
            title: "title 第1", timeZone: "time_zone 第2",
            days: [
                OfferingDay(day: -1, windowMinutes: [24690, 37035]),
                OfferingDay(day: -3, windowMinutes: [49380, 61725]),
            ],
            courses: [
                OfferingCourse(id: 1234567890123, name: "name 第2"), OfferingCourse(id: 3703703670369, name: "name 第4"),
            ]))
    samples.append(OpenOrderNoticeRequest(programme: 1234567890123))
    samples.append(
        OpenOrganisationLoginReply(
            ticket: [16, 99, 182, 9], expiresMs: -2469134, organisation: 3703703670369,
            organisationName: "organisation_name 第4",
            people: [
                Responsible(person: 1234567890123, name: "name 第2", phone: "phone 第3"),
                Responsible(person: 3703703670369, name: "name 第4", phone: "phone 第5"),
            ], mustAddPerson: true, mustChangePassword: true))
    samples.append(
        OpenOrganisationLoginRequest(
            name: "name 第1", password: "password 第2",
            solution: Solution(puzzle: [16, 99, 182, 9], nonce: 145247719580765712)))
    samples.append(OpenPaperRequest(paper: 1234567890123, base: 2469135780246))
    samples.append(
        OpenReply(
            logs: [
                LogState(
                    handle: 12345, verdict: Verdict.ok, durable: 3703703670369, headHash: [64, 147, 230, 57],
                    applied: 6172839450615, receiptToken: 435743158742297136),
                LogState(
                    handle: 37035, verdict: Verdict.ok, durable: 6172839450615, headHash: [96, 179, 6, 89],
                    applied: 8641975230861, receiptToken: 580990878323062848),
            ], timeMs: -2469134, feed: [48, 131, 214, 41],
            serverLogs: [
                LogPosition(
                    log: [16, 99, 182, 9], sequence: 2469135780246, headHash: [48, 131, 214, 41],
                    token: 290495439161531424),
                LogPosition(
                    log: [48, 131, 214, 41], sequence: 4938271560492, headHash: [80, 163, 246, 73],
                    token: 435743158742297136),
            ]))
    samples.append(
        OpenRequest(
            logs: [
                LogClaim(
                    opening: [16, 99, 182, 9], openingSignature: [32, 115, 198, 25], headSequence: 3703703670369,
                    headHash: [64, 147, 230, 57], closing: [80, 163, 246, 73], closingSignature: [96, 179, 6, 89]),
                LogClaim(
                    opening: [48, 131, 214, 41], openingSignature: [64, 147, 230, 57], headSequence: 6172839450615,
                    headHash: [96, 179, 6, 89], closing: [112, 195, 22, 105], closingSignature: [128, 211, 38, 121]),
            ], boot: 2469135780246, monotonicMs: 3703703670369, wallMs: -4938268))
    samples.append(OpenRoundRequest(round: 1234567890123))
    samples.append(OpenUploadReply(job: 1234567890123, received: 2469135780246))
    samples.append(
        Order(
            id: 1234567890123, person: 2469135780246, personName: "person_name 第3", programme: 4938271560492,
            programmeName: "programme_name 第5", offering: 7407407340738, title: "title 第7", hasPlace: true,
            state: OrderState.paid, trainingFen: 12345678901230, lodgingFen: 13580246791353,
            refundedFen: 14814814681476, lodging: "lodging 第13", position: "position 第14", createdMs: -18518505,
            expiresMs: -19753072, paidMs: -20987639, channel: PaymentChannel.weChat, code: "code 第19",
            failure: "failure 第20", booking: 25925925692583))
    samples.append(OrderNoticeReply(text: "text 第1", version: 24690, waitMs: 37035))
    samples.append(
        OrderReply(
            order: Order(
                id: 1234567890123, person: 2469135780246, personName: "person_name 第3", programme: 4938271560492,
                programmeName: "programme_name 第5", offering: 7407407340738, title: "title 第7", hasPlace: true,
                state: OrderState.paid, trainingFen: 12345678901230, lodgingFen: 13580246791353,
                refundedFen: 14814814681476, lodging: "lodging 第13", position: "position 第14", createdMs: -18518505,
                expiresMs: -19753072, paidMs: -20987639, channel: PaymentChannel.weChat, code: "code 第19",
                failure: "failure 第20", booking: 25925925692583)))
    samples.append(
        Organisation(
            id: 1234567890123, kind: OrganisationKind.region, name: "name 第3", parent: 4938271560492,
            level: RegionLevel.city, category: 7407407340738, trains: true, examines: true, employs: true,
            provides: true, closed: true, categoryName: "category_name 第12"))
    samples.append(
        OutboxEntry(
            id: 1234567890123, kind: OutboxKind.textMessage, key: "key 第3", subject: 4938271560492, atMs: -6172835,
            state: OutboxState.waiting, attempts: 86415, nextMs: -9876536, failure: "failure 第9",
            recipient: "recipient 第10"))
    samples.append(
        OutboxEntryReply(
            entry: OutboxEntry(
                id: 1234567890123, kind: OutboxKind.textMessage, key: "key 第3", subject: 4938271560492, atMs: -6172835,
                state: OutboxState.waiting, attempts: 86415, nextMs: -9876536, failure: "failure 第9",
                recipient: "recipient 第10")))
    samples.append(OutsideLink(provider: "provider 第1", linkedMs: -2469134))
    samples.append(
        OutsideRecord(
            id: 1234567890123, organisation: 2469135780246, organisationName: "organisation_name 第3",
            state: OutsideState.fromOutside, name: "name 第5", idNumber: "id_number 第6", title: "title 第7", day: -8,
            mark: "mark 第9", hoursTenths: 123450, creditsTenths: 135795, category: CreditCategory.i,
            reason: "reason 第13"))
    samples.append(
        OutsideReply(
            record: OutsideRecord(
                id: 1234567890123, organisation: 2469135780246, organisationName: "organisation_name 第3",
                state: OutsideState.fromOutside, name: "name 第5", idNumber: "id_number 第6", title: "title 第7", day: -8,
                mark: "mark 第9", hoursTenths: 123450, creditsTenths: 135795, category: CreditCategory.i,
                reason: "reason 第13")))
    samples.append(OwnStatementRequest(year: 12345))
    samples.append(
        Paper(
            id: 1234567890123, programme: 2469135780246, title: "title 第3", passMarkHundredths: 49380, minutes: 61725,
            questions: [
                PaperQuestion(question: 1234567890123, marksHundredths: 24690),
                PaperQuestion(question: 3703703670369, marksHundredths: 49380),
            ], withdrawn: true,
            open: [
                PaperOpening(
                    id: 1234567890123, base: 2469135780246, baseName: "base_name 第3", openedMs: -4938268,
                    closedMs: -6172835),
                PaperOpening(
                    id: 3703703670369, base: 4938271560492, baseName: "base_name 第5", openedMs: -7407402,
                    closedMs: -8641969),
            ]))
    samples.append(
        PaperCodeReply(
            code: "code 第1",
            opening: PaperOpening(
                id: 1234567890123, base: 2469135780246, baseName: "base_name 第3", openedMs: -4938268, closedMs: -6172835
            )))
    samples.append(
        PaperContent(items: [
            PaperItem(
                question: 1234567890123, kind: QuestionKind.singleChoice, stem: "stem 第3",
                options: ["options 第4", "options 第5"], correct: 61725, marksHundredths: 74070),
            PaperItem(
                question: 3703703670369, kind: QuestionKind.singleChoice, stem: "stem 第5",
                options: ["options 第6", "options 第7"], correct: 86415, marksHundredths: 98760),
        ]))
    samples.append(
        PaperItem(
            question: 1234567890123, kind: QuestionKind.singleChoice, stem: "stem 第3",
            options: ["options 第4", "options 第5"], correct: 61725, marksHundredths: 74070))
    samples.append(
        PaperOpening(
            id: 1234567890123, base: 2469135780246, baseName: "base_name 第3", openedMs: -4938268, closedMs: -6172835))
    samples.append(PaperQuestion(question: 1234567890123, marksHundredths: 24690))
    samples.append(
        PaperReply(
            paper: Paper(
                id: 1234567890123, programme: 2469135780246, title: "title 第3", passMarkHundredths: 49380,
                minutes: 61725,
                questions: [
                    PaperQuestion(question: 1234567890123, marksHundredths: 24690),
                    PaperQuestion(question: 3703703670369, marksHundredths: 49380),
                ], withdrawn: true,
                open: [
                    PaperOpening(
                        id: 1234567890123, base: 2469135780246, baseName: "base_name 第3", openedMs: -4938268,
                        closedMs: -6172835),
                    PaperOpening(
                        id: 3703703670369, base: 4938271560492, baseName: "base_name 第5", openedMs: -7407402,
                        closedMs: -8641969),
                ])))
    samples.append(PassReply(text: "text 第1", fromMs: -2469134, untilMs: -3703701))
    samples.append(PayOrderRequest(order: 1234567890123, channel: PaymentChannel.weChat))
    samples.append(
        PeriodBalance(
            account: LedgerAccount.alipay, openingFen: -2469134, debitFen: -3703701, creditFen: -4938268,
            closingFen: -6172835))
    samples.append(
        Person(id: 1234567890123, name: "name 第2", phone: "phone 第3", participantNumber: "participant_number 第4"))
    samples.append(
        PersonReport(
            person: 1234567890123, number: "number 第2", name: "name 第3", unit: "unit 第4", title: "title 第5",
            present: true, windows: 86415, examTaken: true, examPassed: true, examHundredths: 123450,
            lacking: ["lacking 第11", "lacking 第12"], award: AwardState.pending, creditsTenths: 160485,
            hoursTenths: 172830, examUnsettled: true))
    samples.append(
        PersonalMessage(
            id: 1234567890123, kind: MessageKind.enrolmentConfirmed, subject: 3703703670369, text: "text 第4",
            details: ["details 第5", "details 第6"], createdMs: -7407402, shownMs: -8641969))
    samples.append(
        Photo(
            side: PhotoSide.back, format: PhotoFormat.jpeg, width: 37035, height: 49380, size: 61725,
            uploadedMs: -7407402))
    samples.append(PhotoChunk(bytes: [16, 99, 182, 9]))
    samples.append(Ping(nonce: 72623859790382856))
    samples.append(
        PlaceOrderRequest(
            offering: 1234567890123, dataConfirmed: true, position: "position 第3", lodging: "lodging 第4",
            noticeVersion: 61725))
    samples.append(PolicySwitch(name: "name 第1", value: "value 第2"))
    samples.append(Pong(nonce: 72623859790382856, timeMs: -2469134))
    samples.append(
        PostReport(
            id: 1234567890123, offering: 2469135780246, title: "title 第3", state: PostReportState.draft,
            supplements: 6172839450615, dueDay: -6, late: true, submittedMs: -9876536, reason: "reason 第9",
            pages: [
                PostReportPage(kind: PostReportPageKind.teaching, text: "text 第2"),
                PostReportPage(kind: PostReportPageKind.teaching, text: "text 第4"),
            ], textbooks: ["textbooks 第11", "textbooks 第12"],
            documents: [
                PostReportDocument(id: 1234567890123, kind: PostReportDocumentKind.notice, size: 37035),
                PostReportDocument(id: 3703703670369, kind: PostReportDocumentKind.notice, size: 61725),
            ], people: 160485, lacking: ["lacking 第14", "lacking 第15"]))
    samples.append(PostReportChunk(bytes: [16, 99, 182, 9]))
    samples.append(PostReportDocument(id: 1234567890123, kind: PostReportDocumentKind.notice, size: 37035))
    samples.append(PostReportDocumentRequest(document: 1234567890123))
    samples.append(PostReportPage(kind: PostReportPageKind.teaching, text: "text 第2"))
    samples.append(PostReportPerson(person: 1234567890123, number: "number 第2", name: "name 第3"))
    samples.append(
        PostReportReply(
            report: PostReport(
                id: 1234567890123, offering: 2469135780246, title: "title 第3", state: PostReportState.draft,
                supplements: 6172839450615, dueDay: -6, late: true, submittedMs: -9876536, reason: "reason 第9",
                pages: [
                    PostReportPage(kind: PostReportPageKind.teaching, text: "text 第2"),
                    PostReportPage(kind: PostReportPageKind.teaching, text: "text 第4"),
                ], textbooks: ["textbooks 第11", "textbooks 第12"],
                documents: [
                    PostReportDocument(id: 1234567890123, kind: PostReportDocumentKind.notice, size: 37035),
                    PostReportDocument(id: 3703703670369, kind: PostReportDocumentKind.notice, size: 61725),
                ], people: 160485, lacking: ["lacking 第14", "lacking 第15"])))
    samples.append(PostReportRequest(report: 1234567890123))
    samples.append(Preference(id: 1234567890123, name: "name 第2"))
    samples.append(
        PreferenceBatch(
            name: "name 第1", preferences: 24690, personTypes: [3703703670369, 4938271560492],
            baseCategories: [4938271560492, 6172839450615]))
    samples.append(
        Presence(
            person: 1234567890123, number: "number 第2", name: "name 第3", present: true, inWindow: [true, true],
            scans: 74070, onLeave: [true, true]))
    samples.append(
        Profile(
            section: ProfileSection.contact, revision: 24690,
            fields: [
                ProfileField(name: "name 第1", value: "value 第2", label: "label 第3", required: true, fixed: true),
                ProfileField(name: "name 第3", value: "value 第4", label: "label 第5", required: true, fixed: true),
            ], missing: ["missing 第4", "missing 第5"]))
    samples.append(ProfileField(name: "name 第1", value: "value 第2", label: "label 第3", required: true, fixed: true))
    samples.append(
        Programme(
            id: 1234567890123, name: "name 第2", preset: "preset 第3", timeZone: "time_zone 第4",
            policy: [
                PolicySwitch(name: "name 第1", value: "value 第2"), PolicySwitch(name: "name 第3", value: "value 第4"),
            ]))
    samples.append(
        Project(
            id: 1234567890123, number: "number 第2", name: "name 第3", level: ProjectLevel.national,
            category: CreditCategory.ii, hoursTenths: 74070, creditsTenths: 86415, owner: 9876543120984,
            courses: [
                Course(id: 1234567890123, name: "name 第2", hoursTenths: 37035, creditsTenths: 49380),
                Course(id: 3703703670369, name: "name 第4", hoursTenths: 61725, creditsTenths: 74070),
            ], runs: 123450, year: 135795, fromDay: -12, untilDay: -13, state: ProjectState.open, registered: 185175))
    samples.append(
        PublishNoticeRequest(kind: NoticeKind.exam, organisation: 2469135780246, title: "title 第3", body: "body 第4"))
    samples.append(
        PublishSessionRequest(
            offering: 1234567890123, location: "location 第2", capacity: 37035, modality: Modality.inPerson,
            hasOwnFee: true, feeFen: 7407407340738, state: SessionState.closed, asksPosition: true,
            lodgings: [
                LodgingOption(name: "name 第1", fen: 2469135780246), LodgingOption(name: "name 第3", fen: 4938271560492),
            ]))
    samples.append(
        PublishSkillsExamRequest(
            offering: 1234567890123, base: 2469135780246, project: 3703703670369, programme: 4938271560492,
            title: "title 第5", day: -6, fromMinute: 86415, toMinute: 98760, signInMinutes: 111105,
            location: "location 第10", capacity: 135795, checklist: 14814814681476,
            examiners: [16049382571599, 17283950461722], state: SessionState.open))
    samples.append(PullRequest(feed: [16, 99, 182, 9], cursor: [32, 115, 198, 25]))
    samples.append(PushBatch(handle: 12345, body: [32, 115, 198, 25], signature: [48, 131, 214, 41]))
    samples.append(PushRequest())
    samples.append(QuarantinedFact(sequence: 1234567890123, code: ErrorCode.badFrame, last: 3703703670369))
    samples.append(
        QuarantinedMark(
            log: [16, 99, 182, 9], sequence: 2469135780246, person: 3703703670369, number: "number 第4", name: "name 第5",
            assessment: 7407407340738, actor: 8641975230861, actorName: "actor_name 第8", valueHundredths: 111105,
            atMs: -12345670, terminalName: "terminal_name 第11", code: ErrorCode.badFrame))
    samples.append(
        Question(
            id: 1234567890123, bank: 2469135780246, kind: QuestionKind.multipleChoice, stem: "stem 第4",
            options: ["options 第5", "options 第6"], correct: 74070, enabled: true, sat: true, changedMs: -11111103))
    samples.append(
        QuestionChange(
            id: 1234567890123, event: QuestionEvent.added,
            question: Question(
                id: 1234567890123, bank: 2469135780246, kind: QuestionKind.multipleChoice, stem: "stem 第4",
                options: ["options 第5", "options 第6"], correct: 74070, enabled: true, sat: true, changedMs: -11111103),
            person: 4938271560492, personName: "person_name 第5", atMs: -7407402))
    samples.append(
        QuestionHistoryReply(
            changes: [
                QuestionChange(
                    id: 1234567890123, event: QuestionEvent.added,
                    question: Question(
                        id: 1234567890123, bank: 2469135780246, kind: QuestionKind.multipleChoice, stem: "stem 第4",
                        options: ["options 第5", "options 第6"], correct: 74070, enabled: true, sat: true,
                        changedMs: -11111103), person: 4938271560492, personName: "person_name 第5", atMs: -7407402),
                QuestionChange(
                    id: 3703703670369, event: QuestionEvent.added,
                    question: Question(
                        id: 6172839450615, bank: 7407407340738, kind: QuestionKind.multipleChoice, stem: "stem 第8",
                        options: ["options 第9", "options 第10"], correct: 123450, enabled: true, sat: true,
                        changedMs: -16049371), person: 7407407340738, personName: "person_name 第7", atMs: -9876536),
            ], next: 2469135780246))
    samples.append(
        QuestionHistoryRequest(bank: 1234567890123, question: 2469135780246, after: 3703703670369, limit: 49380))
    samples.append(QuestionOptions(texts: ["texts 第1", "texts 第2"]))
    samples.append(
        QuestionReply(
            question: Question(
                id: 1234567890123, bank: 2469135780246, kind: QuestionKind.multipleChoice, stem: "stem 第4",
                options: ["options 第5", "options 第6"], correct: 74070, enabled: true, sat: true, changedMs: -11111103)))
    samples.append(QuestionsChunk(bytes: [16, 99, 182, 9]))
    samples.append(
        Quota(
            round: 1234567890123, city: 2469135780246, specialty: 3703703670369, seats: 49380, approved: 61725,
            admitted: 74070, cityName: "city_name 第7", specialtyName: "specialty_name 第8", approvedRecount: 111105,
            admittedRecount: 123450))
    samples.append(QuotaKey(city: 1234567890123, specialty: 2469135780246))
    samples.append(
        RaiseTerminalReply(
            terminal: Terminal(
                id: 1234567890123, name: "name 第2", base: 3703703670369, revoked: true, lastContactMs: -6172835,
                facts: 7407407340738, storedBytes: 8641975230861, storedBytesLimit: 9876543120984,
                forgedReceipts: 11111111011107)))
    samples.append(RaiseTerminalRequest(terminal: 1234567890123, mebibytes: 24690, reason: "reason 第3"))
    samples.append(RecoverPasswordReply())
    samples.append(RecoverPasswordRequest(phone: "phone 第1", code: "code 第2", newPassword: "new_password 第3"))
    samples.append(
        Refund(
            id: 1234567890123, order: 2469135780246, person: 3703703670369, personName: "person_name 第4",
            kind: RefundKind.lodging, amountFen: 7407407340738, state: RefundProgress.rejected, reason: "reason 第8",
            note: "note 第9", number: "number 第10", channel: PaymentChannel.alipay, createdMs: -14814804))
    samples.append(RefundOrderRequest(order: 1234567890123, kind: RefundKind.full, reason: "reason 第3"))
    samples.append(
        RefundReply(
            refund: Refund(
                id: 1234567890123, order: 2469135780246, person: 3703703670369, personName: "person_name 第4",
                kind: RefundKind.lodging, amountFen: 7407407340738, state: RefundProgress.rejected, reason: "reason 第8",
                note: "note 第9", number: "number 第10", channel: PaymentChannel.alipay, createdMs: -14814804)))
    samples.append(RegisterReply(person: 1234567890123, account: "account 第2"))
    samples.append(
        RegisterRequest(
            ticket: [16, 99, 182, 9], account: "account 第2", password: "password 第3", phone: "phone 第4",
            code: "code 第5", privacyVersion: "privacy_version 第6"))
    samples.append(RejectInvoicesRequest(invoices: [1234567890123, 2469135780246], reason: "reason 第2"))
    samples.append(
        ReleaseApplicationsRequest(
            round: 1234567890123, base: 2469135780246, applications: [3703703670369, 4938271560492], reason: "reason 第4"
        ))
    samples.append(RemindReply(reminded: 12345, already: 24690, complete: 37035, next: 4938271560492))
    samples.append(RemindRequest(offering: 1234567890123, after: 2469135780246, limit: 37035))
    samples.append(RemoveCohortReply())
    samples.append(RemoveCohortRequest(cohort: 1234567890123))
    samples.append(RemoveDocumentReply())
    samples.append(RemoveDocumentRequest(document: 1234567890123))
    samples.append(RemoveQuotaReply())
    samples.append(RemoveQuotaRequest(round: 1234567890123, city: 2469135780246, specialty: 3703703670369))
    samples.append(RemoveResponsibleReply())
    samples.append(RemoveResponsibleRequest(organisation: 1234567890123, person: 2469135780246))
    samples.append(
        RemoveRosterEntriesReply(entries: [
            RosterEntry(
                person: 1234567890123, number: "number 第2", name: "name 第3", unit: "unit 第4", title: "title 第5"),
            RosterEntry(
                person: 3703703670369, number: "number 第4", name: "name 第5", unit: "unit 第6", title: "title 第7"),
        ]))
    samples.append(
        RemoveRosterEntriesRequest(offering: 1234567890123, numbers: ["numbers 第2", "numbers 第3"], reason: "reason 第3"))
    samples.append(RemoveRoundReply())
    samples.append(RemoveRoundRequest(round: 1234567890123))
    samples.append(RemoveYearRuleRequest(rule: 1234567890123, reason: "reason 第2"))
    samples.append(RequestLeaveRequest(kind: LeaveKind.personal, fromDay: -2, toDay: -3, reason: "reason 第4"))
    samples.append(
        ResetPasswordReply(
            account: StaffAccount(
                person: 1234567890123, account: "account 第2", name: "name 第3",
                roles: [
                    RoleGrant(role: Role.person, organisation: 2469135780246, organisationName: "organisation_name 第3"),
                    RoleGrant(role: Role.person, organisation: 4938271560492, organisationName: "organisation_name 第5"),
                ], disabledMs: -6172835, lastLoginMs: -7407402, mustChangePassword: true),
            initialPassword: "initial_password 第2"))
    samples.append(ResetPasswordRequest(whose: AccountChoice(account: "account 第1", person: 2469135780246)))
    samples.append(Responsible(person: 1234567890123, name: "name 第2", phone: "phone 第3"))
    samples.append(ResumeSellingRequest(reason: "reason 第1"))
    samples.append(ResumeSessionRequest(session: [16, 99, 182, 9]))
    samples.append(RetryOutboxEntryRequest(entry: 1234567890123))
    samples.append(RetryRefundRequest(refund: 1234567890123))
    samples.append(ReturnDifferencesRequest(differences: [1234567890123, 2469135780246], reason: "reason 第2"))
    samples.append(
        ReverseAwardReply(
            award: Award(
                id: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4", offering: 6172839450615,
                offeringTitle: "offering_title 第6", projectNumber: "project_number 第7", category: CreditCategory.i,
                creditsTenths: 111105, hoursTenths: 123450, activityDay: -11, state: AwardState.pending,
                reason: "reason 第13", awardedMs: -17283938)))
    samples.append(ReverseAwardRequest(award: 1234567890123, reason: "reason 第2"))
    samples.append(
        Review(
            kind: ReviewKind.booking, subject: 2469135780246, container: 3703703670369, title: "title 第4",
            person: 6172839450615, personName: "person_name 第6", state: ReviewState.approved, level: ReviewLevel.unit,
            organisation: 11111111011107, submittedMs: -12345670, changedMs: -13580237, reason: "reason 第12"))
    samples.append(
        ReviewHistoryReply(
            review: Review(
                kind: ReviewKind.booking, subject: 2469135780246, container: 3703703670369, title: "title 第4",
                person: 6172839450615, personName: "person_name 第6", state: ReviewState.approved,
                level: ReviewLevel.unit, organisation: 11111111011107, submittedMs: -12345670, changedMs: -13580237,
                reason: "reason 第12"),
            steps: [
                ReviewStep(
                    ordinal: 12345, action: ReviewAction.submit, level: ReviewLevel.county, organisation: 4938271560492,
                    organisationName: "organisation_name 第5", actor: 7407407340738, actorName: "actor_name 第7",
                    atMs: -9876536, reason: "reason 第9"),
                ReviewStep(
                    ordinal: 37035, action: ReviewAction.submit, level: ReviewLevel.county, organisation: 7407407340738,
                    organisationName: "organisation_name 第7", actor: 9876543120984, actorName: "actor_name 第9",
                    atMs: -12345670, reason: "reason 第11"),
            ], next: 37035))
    samples.append(ReviewHistoryRequest(kind: ReviewKind.booking, subject: 2469135780246, after: 37035, limit: 49380))
    samples.append(
        ReviewOutcome(
            subject: 1234567890123, state: ReviewState.waiting, level: ReviewLevel.county,
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6")))
    samples.append(
        ReviewStep(
            ordinal: 12345, action: ReviewAction.submit, level: ReviewLevel.county, organisation: 4938271560492,
            organisationName: "organisation_name 第5", actor: 7407407340738, actorName: "actor_name 第7", atMs: -9876536,
            reason: "reason 第9"))
    samples.append(RevocationValue(deviceKey: [16, 99, 182, 9], revokedMs: -2469134))
    samples.append(RevokeCertificateRequest(certificate: 1234567890123, reason: "reason 第2"))
    samples.append(
        RevokeRoleRequest(
            whose: AccountChoice(account: "account 第1", person: 2469135780246),
            role: RoleGrant(role: Role.person, organisation: 2469135780246, organisationName: "organisation_name 第3"),
            reason: "reason 第3"))
    samples.append(RevokeSessionReply())
    samples.append(RevokeSessionRequest(session: 1234567890123))
    samples.append(
        RevokeTerminalReply(
            terminal: Terminal(
                id: 1234567890123, name: "name 第2", base: 3703703670369, revoked: true, lastContactMs: -6172835,
                facts: 7407407340738, storedBytes: 8641975230861, storedBytesLimit: 9876543120984,
                forgedReceipts: 11111111011107)))
    samples.append(RevokeTerminalRequest(terminal: 1234567890123, reason: "reason 第2"))
    samples.append(RoleGrant(role: Role.person, organisation: 2469135780246, organisationName: "organisation_name 第3"))
    samples.append(
        RosterChange(
            id: 1234567890123, atMs: -2469134, event: RosterEvent.renamed, person: 4938271560492, name: "name 第5",
            number: "number 第6", before: "before 第7", by: 9876543120984, byName: "by_name 第9", reason: "reason 第10"))
    samples.append(
        RosterEntry(person: 1234567890123, number: "number 第2", name: "name 第3", unit: "unit 第4", title: "title 第5"))
    samples.append(
        RosterHistoryReply(
            changes: [
                RosterChange(
                    id: 1234567890123, atMs: -2469134, event: RosterEvent.renamed, person: 4938271560492,
                    name: "name 第5", number: "number 第6", before: "before 第7", by: 9876543120984, byName: "by_name 第9",
                    reason: "reason 第10"),
                RosterChange(
                    id: 3703703670369, atMs: -4938268, event: RosterEvent.renamed, person: 7407407340738,
                    name: "name 第7", number: "number 第8", before: "before 第9", by: 12345678901230,
                    byName: "by_name 第11", reason: "reason 第12"),
            ], next: 2469135780246))
    samples.append(
        RosterHistoryRequest(offering: 1234567890123, person: 2469135780246, after: 3703703670369, limit: 49380))
    samples.append(
        RosterValue(
            offering: 1234567890123, person: 2469135780246, number: "number 第3", encryptedName: [64, 147, 230, 57]))
    samples.append(RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -1234567, toMs: -2469134)))
    samples.append(
        RoundReply(
            round: IntakeRound(
                id: 1234567890123, cohort: 2469135780246, programme: 3703703670369, name: "name 第4",
                kind: IntakeKind.base, needsUnitApproval: true, state: RoundState.open,
                enrolment: RoundWindow(fromMs: -1234567, toMs: -2469134),
                levels: [
                    RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -1234567, toMs: -2469134)),
                    RoundLevel(level: ReviewLevel.county, window: RoundWindow(fromMs: -6172835, toMs: -7407402)),
                ], admission: RoundWindow(fromMs: -1234567, toMs: -2469134),
                batches: [
                    PreferenceBatch(
                        name: "name 第1", preferences: 24690, personTypes: [3703703670369, 4938271560492],
                        baseCategories: [4938271560492, 6172839450615]),
                    PreferenceBatch(
                        name: "name 第3", preferences: 49380, personTypes: [6172839450615, 7407407340738],
                        baseCategories: [7407407340738, 8641975230861]),
                ], province: 14814814681476, year: 160485, cohortName: "cohort_name 第14", timeZone: "time_zone 第15")))
    samples.append(RoundWindow(fromMs: -1234567, toMs: -2469134))
    samples.append(
        Run(
            state: RunState.waiting, offering: 2469135780246, title: "title 第3", base: 4938271560492,
            baseName: "base_name 第5", firstDay: -6, lastDay: -7))
    samples.append(
        RunReport(
            run: Run(
                state: RunState.waiting, offering: 2469135780246, title: "title 第3", base: 4938271560492,
                baseName: "base_name 第5", firstDay: -6, lastDay: -7), project: 2469135780246,
            projectNumber: "project_number 第3", projectName: "project_name 第4", level: ProjectLevel.provincial,
            category: CreditCategory.i, creditsTenths: 86415, hoursTenths: 98760, owner: 11111111011107,
            ownerName: "owner_name 第10", modality: Modality.online, people: 148140, awarded: 160485,
            awardedTenths: 172830, reportDueDay: -15, report: PostReportState.draft))
    samples.append(SaveAnswerReply(nowMs: -1234567, endsMs: -2469134))
    samples.append(
        SaveAnswerRequest(
            sitting: 1234567890123, device: 2469135780246, counter: 3703703670369, question: 49380, chosen: 61725))
    samples.append(
        SaveApplicationRequest(
            round: 1234567890123,
            form: EnrolmentForm(
                batch: 12345, personType: 2469135780246, specialty: 3703703670369, title: 4938271560492, titleSince: -5,
                specialtySince: -6, preferences: [8641975230861, 9876543120984])))
    samples.append(
        SaveBuyerRequest(buyer: Buyer(kind: BuyerKind.organisation, title: "title 第2", taxNumber: "tax_number 第3")))
    samples.append(
        SaveCatalogueEntryReply(
            entry: CatalogueEntry(
                id: 1234567890123, kind: CatalogueKind.specialty, code: "code 第3", name: "name 第4", retired: true)))
    samples.append(
        SaveCatalogueEntryRequest(
            entry: CatalogueEntry(
                id: 1234567890123, kind: CatalogueKind.specialty, code: "code 第3", name: "name 第4", retired: true)))
    samples.append(
        SaveChecklistRequest(
            checklist: Checklist(
                id: 1234567890123, programme: 2469135780246, title: "title 第3", edition: 49380,
                passMarkHundredths: 61725,
                items: [
                    ChecklistItem(text: "text 第1", pointsHundredths: 24690, critical: true),
                    ChecklistItem(text: "text 第3", pointsHundredths: 49380, critical: true),
                ], withdrawn: true, changedMs: -9876536)))
    samples.append(
        SavePaperRequest(
            paper: Paper(
                id: 1234567890123, programme: 2469135780246, title: "title 第3", passMarkHundredths: 49380,
                minutes: 61725,
                questions: [
                    PaperQuestion(question: 1234567890123, marksHundredths: 24690),
                    PaperQuestion(question: 3703703670369, marksHundredths: 49380),
                ], withdrawn: true,
                open: [
                    PaperOpening(
                        id: 1234567890123, base: 2469135780246, baseName: "base_name 第3", openedMs: -4938268,
                        closedMs: -6172835),
                    PaperOpening(
                        id: 3703703670369, base: 4938271560492, baseName: "base_name 第5", openedMs: -7407402,
                        closedMs: -8641969),
                ])))
    samples.append(
        SavePostReportRequest(
            offering: 1234567890123,
            pages: [
                PostReportPage(kind: PostReportPageKind.teaching, text: "text 第2"),
                PostReportPage(kind: PostReportPageKind.teaching, text: "text 第4"),
            ], setsTextbooks: true, textbooks: ["textbooks 第4", "textbooks 第5"]))
    samples.append(
        SaveProfileReply(
            section: Profile(
                section: ProfileSection.contact, revision: 24690,
                fields: [
                    ProfileField(name: "name 第1", value: "value 第2", label: "label 第3", required: true, fixed: true),
                    ProfileField(name: "name 第3", value: "value 第4", label: "label 第5", required: true, fixed: true),
                ], missing: ["missing 第4", "missing 第5"])))
    samples.append(
        SaveProfileRequest(
            section: ProfileSection.contact, revision: 24690,
            fields: [
                ProfileField(name: "name 第1", value: "value 第2", label: "label 第3", required: true, fixed: true),
                ProfileField(name: "name 第3", value: "value 第4", label: "label 第5", required: true, fixed: true),
            ]))
    samples.append(
        SaveQuestionRequest(
            question: Question(
                id: 1234567890123, bank: 2469135780246, kind: QuestionKind.multipleChoice, stem: "stem 第4",
                options: ["options 第5", "options 第6"], correct: 74070, enabled: true, sat: true, changedMs: -11111103)))
    samples.append(
        SaveYearRuleRequest(
            rule: CreditYearRule(
                id: 1234567890123, fromYear: 24690, toYear: 37035, province: 4938271560492, unitLevel: RegionLevel.city,
                titles: ["titles 第6", "titles 第7"], creditsTenths: 86415, hoursTenths: 98760, categoryITenths: 111105,
                categoryIiTenths: 123450, projectCapTenths: 135795, categoryICapTenths: 148140,
                categoryIiCapTenths: 160485, years: 172830, basis: "basis 第15")))
    samples.append(
        SavedAnswerRecord(
            device: 1234567890123, counter: 2469135780246, question: 37035, chosen: 49380, atMs: -6172835, stands: true)
    )
    samples.append(
        Scan(
            person: 1234567890123, number: "number 第2", name: "name 第3", atMs: -4938268, state: ScanState.`repeat`,
            code: ErrorCode.badFrame, course: 8641975230861, method: 98760, log: [144, 227, 54, 137],
            sequence: 12345678901230, terminal: 13580246791353, earliestMs: -14814804, latestMs: -16049371,
            basis: TimeBasis.measured))
    samples.append(
        ScanDecision(
            log: [16, 99, 182, 9], sequence: 2469135780246, factLog: [48, 131, 214, 41], factSequence: 4938271560492,
            ruling: Ruling.doesNotCount, person: 7407407340738, personName: "person_name 第7", offering: 9876543120984,
            offeringTitle: "offering_title 第9", countsAtMs: -12345670, reason: "reason 第11", actor: 14814814681476,
            actorName: "actor_name 第13", atMs: -17283938, stands: true))
    samples.append(
        ScanTotals(
            scans: 12345, counted: 24690, repeats: 37035, outsideWindow: 49380, outsideDates: 61725, flagged: 74070,
            voided: 86415, people: 98760, onClocksWord: 111105, discarded: 123450, elsewhere: 135795))
    samples.append(
        ScopeItem(
            kind: ItemKind.rosterEntry, id: 2469135780246, position: 3703703670369, removed: true,
            value: [80, 163, 246, 73],
            checkpoint: Checkpoint(
                feed: [16, 99, 182, 9], cursor: [32, 115, 198, 25], count: 3703703670369, digest: [64, 147, 230, 57],
                snapshot: true)))
    samples.append(
        Score(
            offering: 1234567890123, person: 2469135780246, number: "number 第3", name: "name 第4",
            assessment: 6172839450615, state: ScoreState.value, valueHundredths: 86415, passed: true,
            siblings: [
                ScoreSibling(
                    log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369, actorName: "actor_name 第4",
                    valueHundredths: 61725, atMs: -7407402, terminalName: "terminal_name 第7", kind: 98760),
                ScoreSibling(
                    log: [48, 131, 214, 41], sequence: 4938271560492, actor: 6172839450615, actorName: "actor_name 第6",
                    valueHundredths: 86415, atMs: -9876536, terminalName: "terminal_name 第9", kind: 123450),
            ], context: [160, 243, 70, 153]))
    samples.append(
        ScoreFact(
            mark: ScoreSibling(
                log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369, actorName: "actor_name 第4",
                valueHundredths: 61725, atMs: -7407402, terminalName: "terminal_name 第7", kind: 98760), stands: true,
            reason: "reason 第3"))
    samples.append(
        ScoreHistoryReply(
            records: [
                ScoreRecord(
                    person: 1234567890123, number: "number 第2", name: "name 第3", assessment: 4938271560492,
                    facts: [
                        ScoreFact(
                            mark: ScoreSibling(
                                log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369,
                                actorName: "actor_name 第4", valueHundredths: 61725, atMs: -7407402,
                                terminalName: "terminal_name 第7", kind: 98760), stands: true, reason: "reason 第3"),
                        ScoreFact(
                            mark: ScoreSibling(
                                log: [80, 163, 246, 73], sequence: 7407407340738, actor: 8641975230861,
                                actorName: "actor_name 第8", valueHundredths: 111105, atMs: -12345670,
                                terminalName: "terminal_name 第11", kind: 148140), stands: true, reason: "reason 第5"),
                    ]),
                ScoreRecord(
                    person: 3703703670369, number: "number 第4", name: "name 第5", assessment: 7407407340738,
                    facts: [
                        ScoreFact(
                            mark: ScoreSibling(
                                log: [144, 227, 54, 137], sequence: 12345678901230, actor: 13580246791353,
                                actorName: "actor_name 第12", valueHundredths: 160485, atMs: -17283938,
                                terminalName: "terminal_name 第15", kind: 197520), stands: true, reason: "reason 第7"),
                        ScoreFact(
                            mark: ScoreSibling(
                                log: [208, 35, 118, 201], sequence: 17283950461722, actor: 18518518351845,
                                actorName: "actor_name 第16", valueHundredths: 209865, atMs: -22222206,
                                terminalName: "terminal_name 第19", kind: 246900), stands: true, reason: "reason 第9"),
                    ]),
            ], next: 2469135780246))
    samples.append(
        ScoreHistoryRequest(offering: 1234567890123, person: 2469135780246, after: 3703703670369, limit: 49380))
    samples.append(
        ScoreRecord(
            person: 1234567890123, number: "number 第2", name: "name 第3", assessment: 4938271560492,
            facts: [
                ScoreFact(
                    mark: ScoreSibling(
                        log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369,
                        actorName: "actor_name 第4", valueHundredths: 61725, atMs: -7407402,
                        terminalName: "terminal_name 第7", kind: 98760), stands: true, reason: "reason 第3"),
                ScoreFact(
                    mark: ScoreSibling(
                        log: [80, 163, 246, 73], sequence: 7407407340738, actor: 8641975230861,
                        actorName: "actor_name 第8", valueHundredths: 111105, atMs: -12345670,
                        terminalName: "terminal_name 第11", kind: 148140), stands: true, reason: "reason 第5"),
            ]))
    samples.append(
        ScoreSibling(
            log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369, actorName: "actor_name 第4",
            valueHundredths: 61725, atMs: -7407402, terminalName: "terminal_name 第7", kind: 98760))
    samples.append(
        ScoredItem(text: "text 第1", pointsHundredths: 24690, critical: true, earnedHundredths: 49380, failed: true))
    samples.append(
        ScoredSheet(
            mark: ScoreSibling(
                log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369, actorName: "actor_name 第4",
                valueHundredths: 61725, atMs: -7407402, terminalName: "terminal_name 第7", kind: 98760),
            checklist: 2469135780246, edition: 37035, passMarkHundredths: 49380,
            items: [
                ScoredItem(
                    text: "text 第1", pointsHundredths: 24690, critical: true, earnedHundredths: 49380, failed: true),
                ScoredItem(
                    text: "text 第3", pointsHundredths: 49380, critical: true, earnedHundredths: 74070, failed: true),
            ], stands: true, reason: "reason 第7"))
    samples.append(
        SellingReply(
            stop: SellingStop(
                id: 1234567890123, cause: StopCause.terminal, reason: "reason 第3", sinceMs: -4938268, untilMs: -6172835,
                untilReason: "until_reason 第6")))
    samples.append(
        SellingStop(
            id: 1234567890123, cause: StopCause.terminal, reason: "reason 第3", sinceMs: -4938268, untilMs: -6172835,
            untilReason: "until_reason 第6"))
    samples.append(SendInvoicesRequest(invoices: [1234567890123, 2469135780246]))
    samples.append(
        SendOrganisationCodeRequest(
            ticket: [16, 99, 182, 9], person: 2469135780246,
            solution: Solution(puzzle: [16, 99, 182, 9], nonce: 145247719580765712)))
    samples.append(SendSmsCodeReply(expiresMs: -1234567, nextMs: -2469134))
    samples.append(
        SendSmsCodeRequest(
            phone: "phone 第1", purpose: SmsPurpose.register,
            solution: Solution(puzzle: [16, 99, 182, 9], nonce: 145247719580765712)))
    samples.append(SendUploadReply(received: 1234567890123))
    samples.append(SendUploadRequest(job: 1234567890123, offset: 2469135780246, bytes: [48, 131, 214, 41]))
    samples.append(
        ServerLog(
            id: 1234567890123, log: [32, 115, 198, 25], epoch: 3703703670369, sequence: 4938271560492, current: true,
            reportedSequence: 7407407340738, reportedMs: -8641969))
    samples.append(
        SessionEntry(id: 1234567890123, createdMs: -2469134, lastUsedMs: -3703701, address: "address 第4", isThis: true))
    samples.append(
        SessionReply(
            session: CourseSession(
                offering: 1234567890123, base: 2469135780246, baseName: "base_name 第3", programme: 4938271560492,
                title: "title 第5", location: "location 第6", capacity: 86415, taken: 98760, state: SessionState.closed,
                modality: Modality.inPerson, startsMs: -13580237, endsMs: -14814804, timeZone: "time_zone 第13",
                feeFen: 17283950461722, hasOwnFee: true, asksPosition: true,
                lodgings: [
                    LodgingOption(name: "name 第1", fen: 2469135780246),
                    LodgingOption(name: "name 第3", fen: 4938271560492),
                ])))
    samples.append(SetExamMinutesReply(minutes: 12345))
    samples.append(SetExamMinutesRequest(offering: 1234567890123, minutes: 24690))
    samples.append(SetExaminerPinReply(exams: 12345))
    samples.append(SetExaminerPinRequest(pin: "pin 第1"))
    samples.append(SetFeeRequest(fee: Fee(programme: 1234567890123, fromDay: -2, fen: 3703703670369)))
    samples.append(SetOrderNoticeRequest(programme: 1234567890123, text: "text 第2"))
    samples.append(SetProjectStateRequest(project: 1234567890123, state: ProjectState.open, reason: "reason 第3"))
    samples.append(
        SetQuotaReply(
            quota: Quota(
                round: 1234567890123, city: 2469135780246, specialty: 3703703670369, seats: 49380, approved: 61725,
                admitted: 74070, cityName: "city_name 第7", specialtyName: "specialty_name 第8", approvedRecount: 111105,
                admittedRecount: 123450)))
    samples.append(SetQuotaRequest(round: 1234567890123, city: 2469135780246, specialty: 3703703670369, seats: 49380))
    samples.append(SetSupportContactRequest(programme: 1234567890123, phone: "phone 第2", hours: "hours 第3"))
    samples.append(
        SettleCreditReply(
            outcomes: [
                SettledCredit(
                    award: 1234567890123,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6")),
                SettledCredit(
                    award: 3703703670369,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10")),
            ], settled: 24690))
    samples.append(
        SettleCreditRequest(
            offering: 1234567890123, awards: [2469135780246, 3703703670369], keep: true, reason: "reason 第4"))
    samples.append(
        SettleDifferencesReply(
            outcomes: [
                DifferenceOutcome(
                    difference: 1234567890123,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380,
                        field: "field 第5", text: "text 第6")),
                DifferenceOutcome(
                    difference: 3703703670369,
                    failure: Failure(
                        code: ErrorCode.tooLarge, name: "name 第6", retryable: true, retryAfterMs: 98760,
                        field: "field 第9", text: "text 第10")),
            ], done: 24690))
    samples.append(SettleDifferencesRequest(differences: [1234567890123, 2469135780246], reason: "reason 第2"))
    samples.append(
        SettledCredit(
            award: 1234567890123,
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6")))
    samples.append(
        SheetExaminer(person: 1234567890123, encryptedName: [32, 115, 198, 25], encryptedPin: [48, 131, 214, 41]))
    samples.append(SheetMark(earnedHundredths: 12345, failed: true))
    samples.append(
        ShowInvoiceReply(
            invoice: Invoice(
                id: 1234567890123, order: 2469135780246, person: 3703703670369, personName: "person_name 第4",
                programme: 6172839450615, title: "title 第6", state: InvoiceState.issued,
                buyer: Buyer(kind: BuyerKind.organisation, title: "title 第2", taxNumber: "tax_number 第3"),
                trainingFen: 11111111011107, lodgingFen: 12345678901230, code: "code 第11", number: "number 第12",
                redNumber: "red_number 第13", reason: "reason 第14", createdMs: -18518505, issuedMs: -19753072,
                fileBytes: 209865, issuer: PaymentChannel.weChat, issuerNumber: "issuer_number 第19", sendings: 246900,
                sentMs: -25925907),
            steps: [
                InvoiceStep(
                    ordinal: 12345, state: InvoiceState.applied, atMs: -3703701, actor: 4938271560492,
                    actorName: "actor_name 第5", reason: "reason 第6"),
                InvoiceStep(
                    ordinal: 37035, state: InvoiceState.applied, atMs: -6172835, actor: 7407407340738,
                    actorName: "actor_name 第7", reason: "reason 第8"),
            ]))
    samples.append(ShowInvoiceRequest(invoice: 1234567890123))
    samples.append(ShowPeriodRequest(period: 1234567890123))
    samples.append(
        ShowSittingReply(
            sitting: Sitting(
                id: 1234567890123, offering: 2469135780246, title: "title 第3", person: 4938271560492,
                number: "number 第5", name: "name 第6", attempt: 86415, state: SittingState.open, startedMs: -11111103,
                endsMs: -12345670, nowMs: -13580237, submittedMs: -14814804, questions: 160485, answered: 172830,
                valueHundredths: 185175, passMarkHundredths: 197520, passed: true, markedAgain: true, complaint: true,
                paper: 24691357802460, base: 25925925692583, erased: true, complaintReason: "complaint_reason 第23",
                answer: SittingEvent.complaint, answerReason: "answer_reason 第25"),
            questions: [
                SittingQuestion(
                    number: 12345, kind: QuestionKind.singleChoice, stem: "stem 第3",
                    options: ["options 第4", "options 第5"], chosen: 61725, marksHundredths: 74070, correct: 86415,
                    earnedHundredths: 98760),
                SittingQuestion(
                    number: 37035, kind: QuestionKind.singleChoice, stem: "stem 第5",
                    options: ["options 第6", "options 第7"], chosen: 86415, marksHundredths: 98760, correct: 111105,
                    earnedHundredths: 123450),
            ], next: 37035,
            answers: [
                SavedAnswerRecord(
                    device: 1234567890123, counter: 2469135780246, question: 37035, chosen: 49380, atMs: -6172835,
                    stands: true),
                SavedAnswerRecord(
                    device: 3703703670369, counter: 4938271560492, question: 61725, chosen: 74070, atMs: -8641969,
                    stands: true),
            ],
            notes: [
                SittingNote(
                    event: SittingEvent.markedAgain, beforeHundredths: 24690, valueHundredths: 37035,
                    reason: "reason 第4", person: 6172839450615, personName: "person_name 第6", atMs: -8641969),
                SittingNote(
                    event: SittingEvent.markedAgain, beforeHundredths: 49380, valueHundredths: 61725,
                    reason: "reason 第6", person: 8641975230861, personName: "person_name 第8", atMs: -11111103),
            ]))
    samples.append(
        ShowWorkReply(
            item: WorkItem(
                scan: Scan(
                    person: 1234567890123, number: "number 第2", name: "name 第3", atMs: -4938268,
                    state: ScanState.`repeat`, code: ErrorCode.badFrame, course: 8641975230861, method: 98760,
                    log: [144, 227, 54, 137], sequence: 12345678901230, terminal: 13580246791353, earliestMs: -14814804,
                    latestMs: -16049371, basis: TimeBasis.measured), offering: 2469135780246,
                offeringTitle: "offering_title 第3", recordedOffering: 4938271560492, terminalName: "terminal_name 第5",
                decisions: [
                    ScanDecision(
                        log: [16, 99, 182, 9], sequence: 2469135780246, factLog: [48, 131, 214, 41],
                        factSequence: 4938271560492, ruling: Ruling.doesNotCount, person: 7407407340738,
                        personName: "person_name 第7", offering: 9876543120984, offeringTitle: "offering_title 第9",
                        countsAtMs: -12345670, reason: "reason 第11", actor: 14814814681476, actorName: "actor_name 第13",
                        atMs: -17283938, stands: true),
                    ScanDecision(
                        log: [48, 131, 214, 41], sequence: 4938271560492, factLog: [80, 163, 246, 73],
                        factSequence: 7407407340738, ruling: Ruling.doesNotCount, person: 9876543120984,
                        personName: "person_name 第9", offering: 12345678901230, offeringTitle: "offering_title 第11",
                        countsAtMs: -14814804, reason: "reason 第13", actor: 17283950461722, actorName: "actor_name 第15",
                        atMs: -19753072, stands: true),
                ], context: [112, 195, 22, 105], kind: 98760, quarantine: ErrorCode.tooLarge, last: 12345678901230)))
    samples.append(ShowWorkRequest(log: [16, 99, 182, 9], sequence: 2469135780246))
    samples.append(
        SilentDay(
            offering: 1234567890123, offeringTitle: "offering_title 第2", day: -3,
            terminals: [
                TerminalContact(terminal: 1234567890123, name: "name 第2", lastContactMs: -3703701),
                TerminalContact(terminal: 3703703670369, name: "name 第4", lastContactMs: -6172835),
            ]))
    samples.append(
        Sitting(
            id: 1234567890123, offering: 2469135780246, title: "title 第3", person: 4938271560492, number: "number 第5",
            name: "name 第6", attempt: 86415, state: SittingState.open, startedMs: -11111103, endsMs: -12345670,
            nowMs: -13580237, submittedMs: -14814804, questions: 160485, answered: 172830, valueHundredths: 185175,
            passMarkHundredths: 197520, passed: true, markedAgain: true, complaint: true, paper: 24691357802460,
            base: 25925925692583, erased: true, complaintReason: "complaint_reason 第23", answer: SittingEvent.complaint,
            answerReason: "answer_reason 第25"))
    samples.append(
        SittingNote(
            event: SittingEvent.markedAgain, beforeHundredths: 24690, valueHundredths: 37035, reason: "reason 第4",
            person: 6172839450615, personName: "person_name 第6", atMs: -8641969))
    samples.append(
        SittingQuestion(
            number: 12345, kind: QuestionKind.singleChoice, stem: "stem 第3", options: ["options 第4", "options 第5"],
            chosen: 61725, marksHundredths: 74070, correct: 86415, earnedHundredths: 98760))
    samples.append(
        SittingQuestionsReply(
            questions: [
                SittingQuestion(
                    number: 12345, kind: QuestionKind.singleChoice, stem: "stem 第3",
                    options: ["options 第4", "options 第5"], chosen: 61725, marksHundredths: 74070, correct: 86415,
                    earnedHundredths: 98760),
                SittingQuestion(
                    number: 37035, kind: QuestionKind.singleChoice, stem: "stem 第5",
                    options: ["options 第6", "options 第7"], chosen: 86415, marksHundredths: 98760, correct: 111105,
                    earnedHundredths: 123450),
            ], next: 24690,
            sitting: Sitting(
                id: 1234567890123, offering: 2469135780246, title: "title 第3", person: 4938271560492,
                number: "number 第5", name: "name 第6", attempt: 86415, state: SittingState.open, startedMs: -11111103,
                endsMs: -12345670, nowMs: -13580237, submittedMs: -14814804, questions: 160485, answered: 172830,
                valueHundredths: 185175, passMarkHundredths: 197520, passed: true, markedAgain: true, complaint: true,
                paper: 24691357802460, base: 25925925692583, erased: true, complaintReason: "complaint_reason 第23",
                answer: SittingEvent.complaint, answerReason: "answer_reason 第25")))
    samples.append(SittingQuestionsRequest(sitting: 1234567890123, after: 24690, limit: 37035))
    samples.append(
        SittingReply(
            sitting: Sitting(
                id: 1234567890123, offering: 2469135780246, title: "title 第3", person: 4938271560492,
                number: "number 第5", name: "name 第6", attempt: 86415, state: SittingState.open, startedMs: -11111103,
                endsMs: -12345670, nowMs: -13580237, submittedMs: -14814804, questions: 160485, answered: 172830,
                valueHundredths: 185175, passMarkHundredths: 197520, passed: true, markedAgain: true, complaint: true,
                paper: 24691357802460, base: 25925925692583, erased: true, complaintReason: "complaint_reason 第23",
                answer: SittingEvent.complaint, answerReason: "answer_reason 第25")))
    samples.append(
        SkillsExam(
            session: CourseSession(
                offering: 1234567890123, base: 2469135780246, baseName: "base_name 第3", programme: 4938271560492,
                title: "title 第5", location: "location 第6", capacity: 86415, taken: 98760, state: SessionState.closed,
                modality: Modality.inPerson, startsMs: -13580237, endsMs: -14814804, timeZone: "time_zone 第13",
                feeFen: 17283950461722, hasOwnFee: true, asksPosition: true,
                lodgings: [
                    LodgingOption(name: "name 第1", fen: 2469135780246),
                    LodgingOption(name: "name 第3", fen: 4938271560492),
                ]), project: 2469135780246, checklist: 3703703670369, checklistTitle: "checklist_title 第4",
            signInMs: -6172835,
            examiners: [
                ExamExaminer(person: 1234567890123, name: "name 第2", hasPin: true),
                ExamExaminer(person: 3703703670369, name: "name 第4", hasPin: true),
            ]))
    samples.append(
        SkillsExamReply(
            exam: SkillsExam(
                session: CourseSession(
                    offering: 1234567890123, base: 2469135780246, baseName: "base_name 第3", programme: 4938271560492,
                    title: "title 第5", location: "location 第6", capacity: 86415, taken: 98760,
                    state: SessionState.closed, modality: Modality.inPerson, startsMs: -13580237, endsMs: -14814804,
                    timeZone: "time_zone 第13", feeFen: 17283950461722, hasOwnFee: true, asksPosition: true,
                    lodgings: [
                        LodgingOption(name: "name 第1", fen: 2469135780246),
                        LodgingOption(name: "name 第3", fen: 4938271560492),
                    ]), project: 2469135780246, checklist: 3703703670369, checklistTitle: "checklist_title 第4",
                signInMs: -6172835,
                examiners: [
                    ExamExaminer(person: 1234567890123, name: "name 第2", hasPin: true),
                    ExamExaminer(person: 3703703670369, name: "name 第4", hasPin: true),
                ])))
    samples.append(
        SkillsExamValue(
            checklist: 1234567890123, edition: 24690, title: "title 第3", passMarkHundredths: 49380,
            items: [
                ChecklistItem(text: "text 第1", pointsHundredths: 24690, critical: true),
                ChecklistItem(text: "text 第3", pointsHundredths: 49380, critical: true),
            ],
            examiners: [
                SheetExaminer(
                    person: 1234567890123, encryptedName: [32, 115, 198, 25], encryptedPin: [48, 131, 214, 41]),
                SheetExaminer(
                    person: 3703703670369, encryptedName: [64, 147, 230, 57], encryptedPin: [80, 163, 246, 73]),
            ]))
    samples.append(
        SkillsResult(
            offering: 1234567890123, title: "title 第2", baseName: "base_name 第3", startsMs: -4938268,
            timeZone: "time_zone 第5", person: 7407407340738, number: "number 第7", name: "name 第8",
            booking: 11111111011107, bookingState: BookingState.waiting, outcome: SkillsOutcome.passed,
            scoreState: ScoreState.value, valueHundredths: 160485,
            sheets: [
                ScoredSheet(
                    mark: ScoreSibling(
                        log: [16, 99, 182, 9], sequence: 2469135780246, actor: 3703703670369,
                        actorName: "actor_name 第4", valueHundredths: 61725, atMs: -7407402,
                        terminalName: "terminal_name 第7", kind: 98760), checklist: 2469135780246, edition: 37035,
                    passMarkHundredths: 49380,
                    items: [
                        ScoredItem(
                            text: "text 第1", pointsHundredths: 24690, critical: true, earnedHundredths: 49380,
                            failed: true),
                        ScoredItem(
                            text: "text 第3", pointsHundredths: 49380, critical: true, earnedHundredths: 74070,
                            failed: true),
                    ], stands: true, reason: "reason 第7"),
                ScoredSheet(
                    mark: ScoreSibling(
                        log: [80, 163, 246, 73], sequence: 7407407340738, actor: 8641975230861,
                        actorName: "actor_name 第8", valueHundredths: 111105, atMs: -12345670,
                        terminalName: "terminal_name 第11", kind: 148140), checklist: 4938271560492, edition: 61725,
                    passMarkHundredths: 74070,
                    items: [
                        ScoredItem(
                            text: "text 第5", pointsHundredths: 74070, critical: true, earnedHundredths: 98760,
                            failed: true),
                        ScoredItem(
                            text: "text 第7", pointsHundredths: 98760, critical: true, earnedHundredths: 123450,
                            failed: true),
                    ], stands: true, reason: "reason 第9"),
            ], signedIn: true, context: [0, 83, 166, 249]))
    samples.append(
        SmsEntry(
            id: 1234567890123, atMs: -2469134, phone: "phone 第3", text: "text 第4", purpose: SmsPurpose.recover,
            state: SmsState.waiting, tries: 86415, failure: "failure 第8"))
    samples.append(Solution(puzzle: [16, 99, 182, 9], nonce: 145247719580765712))
    samples.append(
        StaffAccount(
            person: 1234567890123, account: "account 第2", name: "name 第3",
            roles: [
                RoleGrant(role: Role.person, organisation: 2469135780246, organisationName: "organisation_name 第3"),
                RoleGrant(role: Role.person, organisation: 4938271560492, organisationName: "organisation_name 第5"),
            ], disabledMs: -6172835, lastLoginMs: -7407402, mustChangePassword: true))
    samples.append(StartExamRequest(offering: 1234567890123, code: "code 第2"))
    samples.append(
        StatementDifference(
            id: 1234567890123, statement: 2469135780246, channel: PaymentChannel.alipay, day: -4,
            kind: DifferenceKind.missingThere, rowKind: StatementRowKind.payment, number: "number 第7",
            transaction: "transaction 第8", oursFen: 11111111011107, theirsFen: 12345678901230, order: 13580246791353,
            state: DifferenceState.open, explanation: "explanation 第13", reason: "reason 第14",
            settledBy: 18518518351845, settledByName: "settled_by_name 第16", settledMs: -20987639, createdMs: -22222206)
    )
    samples.append(
        StatementReply(
            statement: GatewayStatement(
                id: 1234567890123, channel: PaymentChannel.weChat, day: -3, state: StatementState.running,
                fileName: "file_name 第5", rows: 7407407340738, matched: 8641975230861, missingHere: 9876543120984,
                missingThere: 11111111011107, different: 12345678901230, repeated: 13580246791353,
                paidFen: 14814814681476, refundedFen: 16049382571599, open: 17283950461722, createdMs: -18518505,
                finishedMs: -19753072, person: 20987654132091, personName: "person_name 第18")))
    samples.append(
        StatementRow(
            kind: StatementRowKind.refund, number: "number 第2", transaction: "transaction 第3", fen: 4938271560492,
            atMs: -6172835))
    samples.append(StopSellingRequest(reason: "reason 第1"))
    samples.append(
        Submission(
            form: EnrolmentForm(
                batch: 12345, personType: 2469135780246, specialty: 3703703670369, title: 4938271560492, titleSince: -5,
                specialtySince: -6, preferences: [8641975230861, 9876543120984]),
            profile: [
                Profile(
                    section: ProfileSection.contact, revision: 24690,
                    fields: [
                        ProfileField(
                            name: "name 第1", value: "value 第2", label: "label 第3", required: true, fixed: true),
                        ProfileField(
                            name: "name 第3", value: "value 第4", label: "label 第5", required: true, fixed: true),
                    ], missing: ["missing 第4", "missing 第5"]),
                Profile(
                    section: ProfileSection.contact, revision: 49380,
                    fields: [
                        ProfileField(
                            name: "name 第5", value: "value 第6", label: "label 第7", required: true, fixed: true),
                        ProfileField(
                            name: "name 第7", value: "value 第8", label: "label 第9", required: true, fixed: true),
                    ], missing: ["missing 第6", "missing 第7"]),
            ]))
    samples.append(SubmitApplicationRequest(application: 1234567890123, dataConfirmed: true))
    samples.append(SubmitExamRequest(sitting: 1234567890123))
    samples.append(
        SubmitIdentityRequest(name: "name 第1", idNumber: "id_number 第2", programme: 3703703670369, withPhotos: true))
    samples.append(SubmitOfferingRequest(offering: 1234567890123))
    samples.append(
        SubmittedField(
            name: "name 第1", label: "label 第2", submitted: "submitted 第3", before: "before 第4", today: "today 第5"))
    samples.append(
        SuggestWindowReply(window: Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492)))
    samples.append(SuggestWindowRequest(offering: 1234567890123, day: -2))
    samples.append(SupplementPostReportRequest(report: 1234567890123, reason: "reason 第2"))
    samples.append(
        SupportContact(
            programme: 1234567890123, programmeName: "programme_name 第2", phone: "phone 第3", hours: "hours 第4"))
    samples.append(
        SupportContactReply(
            contact: SupportContact(
                programme: 1234567890123, programmeName: "programme_name 第2", phone: "phone 第3", hours: "hours 第4")))
    samples.append(
        SwapRosterNumbersReply(entries: [
            RosterEntry(
                person: 1234567890123, number: "number 第2", name: "name 第3", unit: "unit 第4", title: "title 第5"),
            RosterEntry(
                person: 3703703670369, number: "number 第4", name: "name 第5", unit: "unit 第6", title: "title 第7"),
        ]))
    samples.append(
        SwapRosterNumbersRequest(offering: 1234567890123, number: "number 第2", otherNumber: "other_number 第3"))
    samples.append(TakeBackUnitPaymentRequest(payment: 1234567890123, reason: "reason 第2"))
    samples.append(
        TaughtCourse(
            id: 1234567890123, offering: 2469135780246, title: "title 第3", state: OfferingState.draft,
            projectNumber: "project_number 第5", projectName: "project_name 第6", course: "course 第7", hoursTenths: 98760,
            firstDay: -9, lastDay: -10))
    samples.append(
        Teaching(instructors: [
            Instructor(
                course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492, hoursTenths: 61725),
            Instructor(
                course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738, hoursTenths: 86415),
        ]))
    samples.append(TemplateReply(fileName: "file_name 第1", bytes: [32, 115, 198, 25]))
    samples.append(TemplateRequest(kind: UploadKind.organisations))
    samples.append(
        Terminal(
            id: 1234567890123, name: "name 第2", base: 3703703670369, revoked: true, lastContactMs: -6172835,
            facts: 7407407340738, storedBytes: 8641975230861, storedBytesLimit: 9876543120984,
            forgedReceipts: 11111111011107))
    samples.append(TerminalContact(terminal: 1234567890123, name: "name 第2", lastContactMs: -3703701))
    samples.append(TermsReply(privacyVersion: "privacy_version 第1", privacyAddress: "privacy_address 第2"))
    samples.append(TermsRequest())
    samples.append(
        TrialBalanceReply(
            balances: [
                LedgerEntry(account: LedgerAccount.alipay, fen: -2469134),
                LedgerEntry(account: LedgerAccount.alipay, fen: -4938268),
            ], sumFen: -2469134))
    samples.append(TrialBalanceRequest())
    samples.append(UndoJobReply(job: 1234567890123))
    samples.append(UndoJobRequest(job: 1234567890123, reason: "reason 第2"))
    samples.append(UnitCompliance(unit: 1234567890123, name: "name 第2", people: 37035, met: 49380, ruleless: 61725))
    samples.append(
        UnitPayment(
            id: 1234567890123, programme: 2469135780246, reference: "reference 第3", phone: "phone 第4", name: "name 第5",
            amountFen: 7407407340738, state: UnitPaymentState.matched, person: 9876543120984,
            entitlement: 11111111011107, createdMs: -12345670, reason: "reason 第11"))
    samples.append(
        UnitPaymentReply(
            payment: UnitPayment(
                id: 1234567890123, programme: 2469135780246, reference: "reference 第3", phone: "phone 第4",
                name: "name 第5", amountFen: 7407407340738, state: UnitPaymentState.matched, person: 9876543120984,
                entitlement: 11111111011107, createdMs: -12345670, reason: "reason 第11")))
    samples.append(
        UnitReport(
            unit: 1234567890123, name: "name 第2", region: 3703703670369, regionName: "region_name 第4", people: 61725,
            credited: 74070, categoryITenths: 86415, categoryIiTenths: 98760, hoursTenths: 111105, met: 123450,
            ruleless: 135795))
    samples.append(UnlinkOutsideReply())
    samples.append(UnlinkOutsideRequest(provider: "provider 第1"))
    samples.append(UploadChunk(bytes: [16, 99, 182, 9]))
    samples.append(
        UploadDocumentReply(
            document: OfferingDocument(
                id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380, size: 61725,
                uploadedMs: -7407402, holds: true),
            proposed: OfferingChange(
                id: 1234567890123, state: ReviewState.waiting,
                before: Offering(
                    id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                    title: "title 第5", state: OfferingState.draft,
                    dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                    windows: [
                        Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                        Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                    ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                    modality: Modality.online,
                    teaching: Teaching(instructors: [
                        Instructor(
                            course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                            hoursTenths: 61725),
                        Instructor(
                            course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                            hoursTenths: 86415),
                    ]),
                    documents: [
                        OfferingDocument(
                            id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380,
                            size: 61725, uploadedMs: -7407402, holds: true),
                        OfferingDocument(
                            id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070,
                            size: 86415, uploadedMs: -9876536, holds: true),
                    ]),
                after: Offering(
                    id: 1234567890123, programme: 2469135780246, project: 3703703670369, base: 4938271560492,
                    title: "title 第5", state: OfferingState.draft,
                    dates: [ActivityDate(day: -1, hoursTenths: 24690), ActivityDate(day: -3, hoursTenths: 49380)],
                    windows: [
                        Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
                        Window(day: -3, fromMinute: 49380, toMinute: 61725, course: 7407407340738),
                    ], passMarkHundredths: 111105, codePeriodS: 123450, rosterSize: 135795, timeZone: "time_zone 第12",
                    modality: Modality.online,
                    teaching: Teaching(instructors: [
                        Instructor(
                            course: 1234567890123, number: "number 第2", name: "name 第3", person: 4938271560492,
                            hoursTenths: 61725),
                        Instructor(
                            course: 3703703670369, number: "number 第4", name: "name 第5", person: 7407407340738,
                            hoursTenths: 86415),
                    ]),
                    documents: [
                        OfferingDocument(
                            id: 1234567890123, kind: OfferingDocumentKind.notice, width: 37035, height: 49380,
                            size: 61725, uploadedMs: -7407402, holds: true),
                        OfferingDocument(
                            id: 3703703670369, kind: OfferingDocumentKind.notice, width: 61725, height: 74070,
                            size: 86415, uploadedMs: -9876536, holds: true),
                    ]), reason: "reason 第5", person: 7407407340738, personName: "person_name 第7", atMs: -9876536,
                decisionReason: "decision_reason 第9")))
    samples.append(
        UploadDocumentRequest(
            offering: 1234567890123, kind: OfferingDocumentKind.notice, size: 37035, digest: [64, 147, 230, 57],
            reason: "reason 第5"))
    samples.append(UploadInvoiceFileRequest(invoice: 1234567890123, size: 24690, digest: [48, 131, 214, 41]))
    samples.append(
        UploadJob(
            id: 1234567890123, kind: UploadKind.roster, target: 3703703670369, fileName: "file_name 第4",
            person: 6172839450615, dryRun: true, allOrNothing: true, state: JobState.waiting, revision: 11111111011107,
            rows: 123450, done: 135795, added: 148140, changed: 160485, unchanged: 172830, badCount: 185175,
            landed: true, encoding: "encoding 第17", hasAccounts: true,
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6"), createdMs: -24691340, finishedMs: -25925907, expiresMs: -27160474,
            undoes: 28395061472829, undoneBy: 29629629362952))
    samples.append(
        UploadPhotoReply(
            photo: Photo(
                side: PhotoSide.back, format: PhotoFormat.jpeg, width: 37035, height: 49380, size: 61725,
                uploadedMs: -7407402)))
    samples.append(UploadPhotoRequest(side: PhotoSide.back, size: 24690, digest: [48, 131, 214, 41]))
    samples.append(
        UploadPostReportDocumentRequest(
            report: 1234567890123, kind: PostReportDocumentKind.notice, size: 37035, digest: [64, 147, 230, 57]))
    samples.append(UploadReply(job: 1234567890123))
    samples.append(
        UploadRequest(
            kind: UploadKind.organisations, target: 2469135780246, fileName: "file_name 第3", size: 4938271560492,
            digest: [80, 163, 246, 73], dryRun: true, allOrNothing: true))
    samples.append(
        VenueCodeReply(
            code: "code 第1", validUntilMs: -2469134, present: 37035,
            window: Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492),
            offeringTitle: "offering_title 第5", courseName: "course_name 第6"))
    samples.append(VenueCodeRequest(offering: 1234567890123, course: 2469135780246))
    samples.append(
        VenueKeyValue(
            offering: 1234567890123, course: 2469135780246, keyId: 37035, key: [64, 147, 230, 57], periodS: 61725))
    samples.append(
        VerifyCertificateReply(
            state: CertificateState.replaced,
            content: CertificateContent(
                kind: CertificateKind.completion, name: "name 第2", idNumber: "id_number 第3", title: "title 第4",
                projectNumber: "project_number 第5", level: ProjectLevel.national, category: CreditCategory.ii,
                creditsTenths: 98760, hoursTenths: 111105, firstDay: -10, lastDay: -11, modality: Modality.inPerson,
                issuer: "issuer 第13", issuedDay: -14, cohort: "cohort 第15", round: "round 第16", number: "number 第17")))
    samples.append(VerifyCertificateRequest(number: "number 第1", code: "code 第2"))
    samples.append(VersionRange(lowest: 12345, highest: 24690))
    samples.append(VoidInvoiceRequest(invoice: 1234567890123, reason: "reason 第2", redNumber: "red_number 第3"))
    samples.append(
        WalkIn(
            id: 1234567890123, offering: 2469135780246, number: "number 第3", person: 4938271560492,
            state: WalkInState.flagged, name: "name 第6", idNumber: "id_number 第7", phone: "phone 第8", title: "title 第9",
            unit: "unit 第10", knownPerson: 13580246791353, knownName: "known_name 第12", oneDevice: true,
            terminal: 17283950461722, atMs: -18518505, reason: "reason 第16"))
    samples.append(WalkInReply(atMs: -1234567, offeringTitle: "offering_title 第2"))
    samples.append(
        WalkInRequest(
            code: "code 第1", name: "name 第2", idNumber: "id_number 第3", phone: "phone 第4", title: "title 第5",
            unit: "unit 第6", device: [112, 195, 22, 105]))
    samples.append(
        Welcome(
            version: 12345, features: 145247719580765712, agent: "agent 第3", site: [64, 147, 230, 57],
            siteKey: [80, 163, 246, 73], tlsKeySignature: [96, 179, 6, 89], serverNumber: 86415,
            challenge: [128, 211, 38, 121], timeMs: -11111103, frameLimit: 123450, streamCredit: 135795))
    samples.append(WhoAmIRequest())
    samples.append(Window(day: -1, fromMinute: 24690, toMinute: 37035, course: 4938271560492))
    samples.append(WithdrawApplicationRequest(application: 1234567890123))
    samples.append(
        WithdrawEvaluationRequest(
            target: EvaluationTarget(subject: EvaluationSubject.course, offering: 2469135780246, course: 3703703670369))
    )
    samples.append(WithdrawNoticeRequest(notice: 1234567890123, reason: "reason 第2"))
    samples.append(WithdrawOrderRequest(order: 1234567890123))
    samples.append(WithdrawOutsideRequest(record: 1234567890123, reason: "reason 第2"))
    samples.append(WithdrawReviewRequest(kind: ReviewKind.booking, subject: 2469135780246))
    samples.append(
        WorkItem(
            scan: Scan(
                person: 1234567890123, number: "number 第2", name: "name 第3", atMs: -4938268, state: ScanState.`repeat`,
                code: ErrorCode.badFrame, course: 8641975230861, method: 98760, log: [144, 227, 54, 137],
                sequence: 12345678901230, terminal: 13580246791353, earliestMs: -14814804, latestMs: -16049371,
                basis: TimeBasis.measured), offering: 2469135780246, offeringTitle: "offering_title 第3",
            recordedOffering: 4938271560492, terminalName: "terminal_name 第5",
            decisions: [
                ScanDecision(
                    log: [16, 99, 182, 9], sequence: 2469135780246, factLog: [48, 131, 214, 41],
                    factSequence: 4938271560492, ruling: Ruling.doesNotCount, person: 7407407340738,
                    personName: "person_name 第7", offering: 9876543120984, offeringTitle: "offering_title 第9",
                    countsAtMs: -12345670, reason: "reason 第11", actor: 14814814681476, actorName: "actor_name 第13",
                    atMs: -17283938, stands: true),
                ScanDecision(
                    log: [48, 131, 214, 41], sequence: 4938271560492, factLog: [80, 163, 246, 73],
                    factSequence: 7407407340738, ruling: Ruling.doesNotCount, person: 9876543120984,
                    personName: "person_name 第9", offering: 12345678901230, offeringTitle: "offering_title 第11",
                    countsAtMs: -14814804, reason: "reason 第13", actor: 17283950461722, actorName: "actor_name 第15",
                    atMs: -19753072, stands: true),
            ], context: [112, 195, 22, 105], kind: 98760, quarantine: ErrorCode.tooLarge, last: 12345678901230))
    samples.append(
        WorkOutcome(
            log: [16, 99, 182, 9], sequence: 2469135780246,
            failure: Failure(
                code: ErrorCode.tooLarge, name: "name 第2", retryable: true, retryAfterMs: 49380, field: "field 第5",
                text: "text 第6")))
    samples.append(
        YearRuleReply(
            rule: CreditYearRule(
                id: 1234567890123, fromYear: 24690, toYear: 37035, province: 4938271560492, unitLevel: RegionLevel.city,
                titles: ["titles 第6", "titles 第7"], creditsTenths: 86415, hoursTenths: 98760, categoryITenths: 111105,
                categoryIiTenths: 123450, projectCapTenths: 135795, categoryICapTenths: 148140,
                categoryIiCapTenths: 160485, years: 172830, basis: "basis 第15")))
    samples.append(YearTotal(year: 12345, category: CreditCategory.i, creditsTenths: 37035, hoursTenths: 49380))
    return samples
}
