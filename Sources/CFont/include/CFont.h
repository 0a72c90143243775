#pragma once
#include <stddef.h>

// The font of documents, an OpenType file made by .ci/font, as bytes of the executable.
const unsigned char *cfont_bytes(void);
size_t cfont_size(void);
