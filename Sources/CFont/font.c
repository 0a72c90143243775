#include "CFont.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char font[] = {
#embed "RollcallSans.otf"
};

const unsigned char *cfont_bytes(void) { return font; }

size_t cfont_size(void) { return sizeof font; }
