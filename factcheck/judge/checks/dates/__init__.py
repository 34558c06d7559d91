"""What the calendar and the clock say of dates, times of day and lengths of time, and in which order things happen."""
