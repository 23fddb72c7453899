//! Documents (PDF 1.4): one page of text.

/// A page with these lines. Letters beyond Latin-1 become question marks.
#[must_use]
pub fn page(lines: &[String]) -> Vec<u8> {
    let mut text = b"BT /F1 12 Tf 16 TL 64 760 Td\n".to_vec();
    for line in lines {
        text.push(b'(');
        for c in line.chars() {
            let byte = u8::try_from(u32::from(c)).unwrap_or(b'?');
            if matches!(byte, b'(' | b')' | b'\\') {
                text.push(b'\\');
            }
            text.push(byte);
        }
        text.extend(b") Tj T*\n");
    }
    text.extend(b"ET");
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R \
                /Resources << /Font << /F1 4 0 R >> >> >>";
    let mut content = format!("<< /Length {} >>\nstream\n", text.len()).into_bytes();
    content.extend(text);
    content.extend(b"\nendstream");
    document(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into(),
        font.into(),
        content,
    ])
}

/// Objects, numbered from 1, and where they begin.
fn document(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (object, number) in objects.iter().zip(1..) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    file.extend(table.bytes());
    let size = objects.len() + 1;
    file.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_points_at_the_objects() {
        let file = page(&["Olá (mundo)".to_owned()]);
        let find = |wanted: &[u8]| file.windows(wanted.len()).rposition(|window| window == wanted);
        assert!(find(b"(Ol\xe1 \\(mundo\\)) Tj").is_some());
        let table = find(b"xref\n0").unwrap();
        let rows = std::str::from_utf8(&file[table..]).unwrap();
        for (row, number) in rows.lines().skip(3).take(5).zip(1..) {
            let at: usize = row[..10].parse().unwrap();
            assert!(file[at..].starts_with(format!("{number} 0 obj").as_bytes()));
        }
        assert_eq!(rows.lines().rev().nth(1).unwrap().parse(), Ok(table));
    }
}
