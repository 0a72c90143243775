import Storage

extension Schema {
    /// REC-1 … REC-8: recruitment.
    static let recruitment = Migration(
        7, "cohorts, intake rounds, quotas, applications",
        """
        CREATE TABLE cohort (id INT64 PRIMARY KEY, province INT64 NOT NULL, year INT64 NOT NULL, name TEXT NOT NULL);
        CREATE UNIQUE INDEX cohort_name ON cohort (province, year, name);
        CREATE TABLE intake_round (id INT64 PRIMARY KEY, cohort INT64 NOT NULL, programme INT64 NOT NULL,
            name TEXT NOT NULL, kind INT64 NOT NULL, unit_approval BOOLEAN NOT NULL, state INT64 NOT NULL,
            enrolment_from_ms TIME NOT NULL, enrolment_to_ms TIME NOT NULL,
            admission_from_ms TIME NOT NULL, admission_to_ms TIME NOT NULL);
        CREATE UNIQUE INDEX intake_round_name ON intake_round (cohort, name);
        CREATE INDEX intake_round_state ON intake_round (state, id);
        CREATE TABLE intake_round_level (round INT64 NOT NULL, ordinal INT64 NOT NULL, level INT64 NOT NULL,
            from_ms TIME NOT NULL, to_ms TIME NOT NULL, PRIMARY KEY (round, ordinal));
        CREATE TABLE preference_batch (round INT64 NOT NULL, ordinal INT64 NOT NULL, name TEXT NOT NULL,
            preferences INT64 NOT NULL, PRIMARY KEY (round, ordinal));
        CREATE TABLE batch_person_type (round INT64 NOT NULL, batch INT64 NOT NULL, person_type INT64 NOT NULL,
            PRIMARY KEY (round, batch, person_type));
        CREATE TABLE batch_base_category (round INT64 NOT NULL, batch INT64 NOT NULL, category INT64 NOT NULL,
            PRIMARY KEY (round, batch, category));

        -- No row = no place. The counters are kept by conditional updates, and equal a count of the applications.
        CREATE TABLE quota (round INT64 NOT NULL, city INT64 NOT NULL, specialty INT64 NOT NULL,
            places INT64 NOT NULL, approved INT64 NOT NULL, admitted INT64 NOT NULL,
            PRIMARY KEY (round, city, specialty));

        CREATE TABLE application (id INT64 PRIMARY KEY, round INT64 NOT NULL, person INT64 NOT NULL,
            person_name TEXT NOT NULL, state INT64 NOT NULL, live BOOLEAN NOT NULL, reviewed BOOLEAN NOT NULL,
            level INT64 NOT NULL, batch INT64 NOT NULL, person_type INT64 NOT NULL, specialty INT64 NOT NULL,
            title INT64 NOT NULL, title_since INT64, specialty_since INT64, unit INT64 NOT NULL,
            county INT64 NOT NULL, city INT64 NOT NULL, province INT64 NOT NULL, base INT64 NOT NULL,
            training_from INT64, training_to INT64, confirmed_ms TIME NOT NULL, submitted_ms TIME NOT NULL,
            changed_ms TIME NOT NULL, reason TEXT NOT NULL);
        CREATE UNIQUE INDEX application_one ON application (round, person) WHERE live = 1;
        CREATE INDEX application_person ON application (person, id);
        CREATE TABLE application_preference (application INT64 NOT NULL, ordinal INT64 NOT NULL,
            target INT64 NOT NULL, PRIMARY KEY (application, ordinal));
        CREATE TABLE application_step (application INT64 NOT NULL, ordinal INT64 NOT NULL, event INT64 NOT NULL,
            level INT64 NOT NULL, organisation INT64 NOT NULL, actor INT64 NOT NULL, at_ms TIME NOT NULL,
            reason TEXT NOT NULL, PRIMARY KEY (application, ordinal));

        -- Who sees an application that was submitted, one row a region or base, in the order of their lists. A stage is a
        -- state, and for one in review also its level.
        CREATE TABLE application_place (round INT64 NOT NULL, place INT64 NOT NULL, stage INT64 NOT NULL,
            specialty INT64 NOT NULL, application INT64 NOT NULL, city INT64 NOT NULL, person_name TEXT NOT NULL,
            PRIMARY KEY (round, place, stage, specialty, application));
        CREATE INDEX application_place_name ON application_place (round, place, person_name, application);
        CREATE INDEX application_place_of ON application_place (application);
        """)
}
