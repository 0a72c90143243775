/// Words that people read by a name in their language.
package protocol Named: Word {
    var phrase: Phrase { get }
}
