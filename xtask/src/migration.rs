//! `cargo xtask migration NAME`: empty migrations of one name, one per database.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use chrono::Utc;

use crate::workspace;

const DATABASES: [&str; 2] = ["sqlite", "postgres"];

/// Arguments of `migration`.
#[derive(clap::Args)]
pub struct Args {
    /// What the migration does, in `snake_case`: `add_notices`
    name: String,
}

/// `cargo xtask migration`.
pub fn run(args: &Args) -> Result<()> {
    let stamp = Utc::now().format("%Y-%m-%d-%H%M%S").to_string();
    for file in create(&workspace::root().join("migrations"), &stamp, &args.name)? {
        println!("migrations/{file}");
    }
    Ok(())
}

fn create(migrations: &Path, stamp: &str, name: &str) -> Result<Vec<String>> {
    let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if name.is_empty() || !name.chars().all(allowed) {
        bail!("{name:?}: a migration's name has lower case letters, digits and _ only");
    }
    let mut files = Vec::new();
    for database in DATABASES {
        let folder = format!("{database}/{stamp}_{name}");
        fs::create_dir_all(migrations.join(&folder))?;
        for direction in ["up", "down"] {
            let file = format!("{folder}/{direction}.sql");
            fs::write(migrations.join(&file), "")?;
            files.push(file);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_databases_get_the_same_folder() -> Result<()> {
        let migrations = workspace::scratch("migration");
        let files = create(&migrations, "2026-11-22-120000", "add_notices")?;
        assert_eq!(
            files,
            [
                "sqlite/2026-11-22-120000_add_notices/up.sql",
                "sqlite/2026-11-22-120000_add_notices/down.sql",
                "postgres/2026-11-22-120000_add_notices/up.sql",
                "postgres/2026-11-22-120000_add_notices/down.sql",
            ]
        );
        assert!(files.iter().all(|file| migrations.join(file).exists()));
        fs::remove_dir_all(migrations)?;
        Ok(())
    }

    #[test]
    fn odd_names_are_refused() {
        for name in ["", "Add", "add notices", "../x"] {
            assert!(create(Path::new("/nowhere"), "stamp", name).is_err(), "{name}");
        }
    }
}
