#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_SFNT_NAMES_H
#include FT_TRUETYPE_IDS_H
#include FT_TRUETYPE_TABLES_H
#include <fontconfig/fontconfig.h>

// fontconfig's property names are string macros with casts, which Swift does not see.
static const char *const voimo_fc_family = FC_FAMILY;
static const char *const voimo_fc_file = FC_FILE;
static const char *const voimo_fc_index = FC_INDEX;
static const char *const voimo_fc_charset = FC_CHARSET;
static const char *const voimo_fc_lang = FC_LANG;
static const char *const voimo_fc_weight = FC_WEIGHT;
static const char *const voimo_fc_color = FC_COLOR;
static const char *const voimo_fc_outline = FC_OUTLINE;
static const char *const voimo_fc_scalable = FC_SCALABLE;
