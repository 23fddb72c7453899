//! Journeys through the pages, in a browser: one file per journey.
