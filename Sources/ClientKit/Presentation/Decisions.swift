package import Console
package import Messages

extension ScanDecision {
    /// The ruling with what it names, and the reason.
    package var text: Phrase {
        let ruling = ruling?.phrase ?? Phrase("")
        let named: Phrase =
            switch self.ruling {
            case .isPerson: Phrase(" \(person) \(personName)")
            case .belongsToOffering: Phrase(" \(offering) \(offeringTitle)")
            case .counts where countsAtMs != 0:
                Phrase(" at \(Shown.text(countsAtMs))", "（\(Shown.text(countsAtMs))）")
            default: Phrase("")
            }
        return Phrase("\(ruling.en)\(named.en): \(reason)", "\(ruling.zh)\(named.zh)：\(reason)")
    }

    package var json: JSON {
        [
            "ruling": JSON(ruling), "person": JSON(person), "offering": JSON(offering),
            "counts_at_ms": .integer(countsAtMs), "reason": .string(reason), "actor": JSON(actor),
            "actor_name": .string(actorName), "at_ms": .integer(atMs), "stands": .bool(stands),
        ]
    }
}
