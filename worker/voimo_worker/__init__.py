"""Runs models for voimo: a process that is asked over standard input and answers on the output."""

PROTOCOL = 1
"""The version of the messages. It is counted up when an older voimo would misread them."""

VERSION = "1"
"""The worker's own version, for messages."""
