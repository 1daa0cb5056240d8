#include "CPixels.h"
#pragma clang diagnostic ignored "-Wpsabi"  // every vector function is inlined
#include "vec.h"
#include "layers_sky.h"
#include "layers_ground.h"
#include "layers_flow.h"
#include "finish.h"
#include "brushes.h"
#include "warp.h"
#define PX_TABLE px_baseline_table
#include "table.h"
