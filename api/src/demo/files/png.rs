//! Pictures (PNG, ISO/IEC 15948): a window with a message, drawn in four colours.

const WIDTH: usize = 480;
const HEIGHT: usize = 270;
/// Background, lines of text, the window's bar, the message.
const PALETTE: [[u8; 3]; 4] = [[246, 248, 250], [173, 181, 189], [28, 78, 128], [201, 60, 55]];

/// A picture that looks like a screenshot.
#[must_use]
pub fn screenshot(variant: u8) -> Vec<u8> {
    let mut data = Vec::with_capacity((WIDTH / 4 + 1) * HEIGHT);
    for y in 0..HEIGHT {
        // No filter; four pixels in a byte.
        data.push(0);
        for x in (0..WIDTH).step_by(4) {
            let pixels = (x..x + 4).map(|x| colour(x, y, usize::from(variant)));
            data.push(pixels.fold(0, |byte, colour| byte << 2 | colour));
        }
    }
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    header.extend((WIDTH as u32).to_be_bytes());
    header.extend((HEIGHT as u32).to_be_bytes());
    // Two bits a pixel, colours from a palette, usual compression and filters.
    header.extend([2, 3, 0, 0, 0]);
    chunk(&mut png, *b"IHDR", &header);
    chunk(&mut png, *b"PLTE", PALETTE.as_flattened());
    chunk(&mut png, *b"IDAT", &zlib(&data));
    chunk(&mut png, *b"IEND", &[]);
    png
}

fn colour(x: usize, y: usize, variant: usize) -> u8 {
    let message = (110..370).contains(&x) && (90 + variant * 12..180 + variant * 8).contains(&y);
    let frame = message && !((113..367).contains(&x) && (110 + variant * 12..177 + variant * 8).contains(&y));
    let line = y % 18 < 7 && x > 24 && x < WIDTH - 40 - (y / 18 * 37 + variant * 53) % 190;
    match (y, message) {
        (..28, _) => 2,
        _ if frame => 3,
        (_, true) => u8::from(y % 22 < 8 && (130..330).contains(&x)),
        _ => u8::from(line && y > 40),
    }
}

fn chunk(png: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    png.extend((data.len() as u32).to_be_bytes());
    let start = png.len();
    png.extend(kind);
    png.extend(data);
    let sum = crc32(&png[start..]);
    png.extend(sum.to_be_bytes());
}

/// Data as it is, in the wrapping of RFC 1950 and RFC 1951.
fn zlib(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let mut blocks = data.chunks(0xFFFF).peekable();
    while let Some(block) = blocks.next() {
        stream.push(u8::from(blocks.peek().is_none()));
        let length = block.len() as u16;
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    stream.extend(adler32(data).to_be_bytes());
    stream
}

fn adler32(data: &[u8]) -> u32 {
    let sums = data.iter().fold((1, 0), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (a + b) % 65_521)
    });
    sums.1 << 16 | sums.0
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_match_the_standards() {
        // Check values of the two algorithms for “123456789” and “Wikipedia”.
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(adler32(b"Wikipedia"), 0x11E6_0398);
    }
}
