// The domain is made of these words: who imports it need not import them beside it.
@_exported public import Vocabulary
