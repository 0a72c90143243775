import Gateways
import Testing

/// Amounts and times as the gateways write them.
@Suite struct GatewayTextTests {
    @Test("yuan with two decimals are fen, and back; anything else is none")
    func yuan() {
        for (fen, text) in [
            (Int64(0), "0.00"), (1, "0.01"), (10, "0.10"), (123_450, "1234.50"), (.max, "92233720368547758.07"),
        ] {
            #expect(Yuan.text(fen) == text)
            #expect(Yuan.fen(text) == fen)
        }
        #expect(Yuan.fen("12") == 1200)
        #expect(Yuan.fen("12.3") == 1230)
        for text in ["", ".", "1.", ".5", "-1.00", "+1", "1.234", "1,000.00", "1e2", " 1", "92233720368547758.08", "１"]
        {
            #expect(Yuan.fen(text) == nil, "\(text)")
        }
    }

    @Test("Beijing's time is eight hours ahead, in each gateway's form, and back")
    func time() {
        let ms: Int64 = 1_528_425_296_000
        #expect(BeijingTime.rfc3339(ms) == "2018-06-08T10:34:56+08:00")
        #expect(BeijingTime.spaced(ms) == "2018-06-08 10:34:56")
        #expect(BeijingTime.compact(ms) == "20180608103456")
        for text in [BeijingTime.rfc3339(ms), BeijingTime.spaced(ms), BeijingTime.compact(ms)] {
            #expect(BeijingTime.ms(text) == ms)
        }
        for text in [
            "", "2018-06-08", "2018-06-08T10:34:56Z", "2018-02-30 10:34:56", "20180608243456",
            "2018-06-08T10:34:56+07:00",
        ] {
            #expect(BeijingTime.ms(text) == nil, "\(text)")
        }
    }
}
