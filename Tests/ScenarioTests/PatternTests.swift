import Testing

@Suite struct PatternTests {
    @Test("a name takes what it meets first and must meet the same again")
    func names() {
        #expect(Pattern.match("{id}  base  湘雅", "412  base   湘雅", [:]) == ["id": "412"])
        #expect(Pattern.match(#"{"id":{id},"above":{id}}"#, #"{"id":7,"above":7}"#, [:]) == ["id": "7"])
        #expect(Pattern.match(#"{"id":{id},"above":{id}}"#, #"{"id":7,"above":8}"#, [:]) == nil)
        #expect(Pattern.match("{id} x", "413 x", ["id": "412"]) == nil)
        #expect(Pattern.match("{id}{unit}", "x", [:]) == nil)
    }

    @Test("an ellipsis is anything in a line, and as a line any lines")
    func anything() {
        #expect(Pattern.match(["a … {id}"], ["a b c 4"], [:]) == ["id": "4"])
        #expect(Pattern.match(["…", "end {id}"], ["a", "b", "end 9"], [:]) == ["id": "9"])
        #expect(Pattern.match(["a", "…"], ["a"], [:]) == [:])
        #expect(Pattern.match(["a", "…"], ["b"], [:]) == nil)
        #expect(Pattern.match(["a"], ["a", "b"], [:]) == nil)
        #expect(Pattern.match([], ["a"], [:]) == nil)
    }

    @Test("a command line is cut as a shell cuts it")
    func cut() {
        #expect(words(of: #"rollcall  a 'b c' d"e "f ''"#) == ["rollcall", "a", "b c", "de f", ""])
    }
}
