// Every text of the console is a phrase: who imports the console need not import the vocabulary beside it.
@_exported public import Vocabulary
