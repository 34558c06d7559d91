"""factcheck: where do numbers and dates of articles contradict each other?"""

__version__ = "0.1.0"
