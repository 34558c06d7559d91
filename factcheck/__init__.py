"""factcheck: where do numbers and dates of articles contradict each other?"""
