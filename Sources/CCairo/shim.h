#pragma once
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-ft.h>

// FreeType's error of 0 is success; its other macros Swift imports.
static inline cairo_font_face_t *ccairo_open_font(const unsigned char *bytes, long size) {
    FT_Library library;
    FT_Face face;
    if (FT_Init_FreeType(&library) != 0 || FT_New_Memory_Face(library, bytes, size, 0, &face) != 0) return NULL;
    return cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
}
