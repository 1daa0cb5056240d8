"""Samples: files, rates and spectra. Needs numpy and nothing else."""

import numpy
import numpy.typing

Floats = numpy.typing.NDArray[numpy.float32]
Complexes = numpy.typing.NDArray[numpy.complex64]
