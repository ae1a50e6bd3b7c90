//! Draws what egui tessellates, on the CPU: pictures without a GPU, the same on every machine.

use std::collections::HashMap;

use egui::epaint::{ImageData, Primitive, Vertex};
use egui::{ColorImage, Pos2, TextureId, TexturesDelta, pos2};

/// A renderer for egui's triangles.
#[derive(Default)]
pub(super) struct SoftRenderer {
    textures: HashMap<TextureId, ColorImage>,
}

/// What is drawn into.
struct Canvas {
    pixels: Vec<[f32; 4]>,
    width: usize,
}

/// A stretch of pixels: left, top, right, bottom.
type Clip = [usize; 4];

impl egui_kittest::TestRenderer for SoftRenderer {
    #[allow(clippy::iter_over_hash_type, reason = "each texture is changed alone")]
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for image in images {
                let ImageData::Color(pixels) = &image.image;
                match (image.pos, self.textures.get_mut(&id)) {
                    (Some([left, top]), Some(texture)) => {
                        let ([width, height], row) = (pixels.size, texture.size[0]);
                        for y in 0..height {
                            let to = (top + y) * row + left;
                            texture.pixels[to..to + width]
                                .copy_from_slice(&pixels.pixels[y * width..(y + 1) * width]);
                        }
                    }
                    _ => {
                        self.textures.insert(id, (**pixels).clone());
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<image::RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut canvas = Canvas {
            pixels: vec![[0.0; 4]; width * height],
            width,
        };
        for primitive in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = primitive.primitive else {
                continue;
            };
            let Some(texture) = self.textures.get(&mesh.texture_id) else {
                continue;
            };
            let edge = |at: f32, most: usize| ((at * scale).round().max(0.0) as usize).min(most);
            let rect = primitive.clip_rect;
            let clip = [
                edge(rect.min.x, width),
                edge(rect.min.y, height),
                edge(rect.max.x, width),
                edge(rect.max.y, height),
            ];
            for corners in mesh.indices.chunks_exact(3) {
                let mut triangle = [0, 1, 2].map(|n| mesh.vertices[corners[n] as usize]);
                for corner in &mut triangle {
                    corner.pos = pos2(corner.pos.x * scale, corner.pos.y * scale);
                }
                canvas.triangle(clip, texture, triangle);
            }
        }
        Ok(image::RgbaImage::from_fn(
            width as u32,
            height as u32,
            |x, y| {
                image::Rgba(
                    canvas.pixels[y as usize * width + x as usize]
                        .map(|part| part.round().clamp(0.0, 255.0) as u8),
                )
            },
        ))
    }
}

/// Twice the area of the triangle, with the sign of its turn.
fn turn(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

impl Canvas {
    fn triangle(&mut self, clip: Clip, texture: &ColorImage, corners: [Vertex; 3]) {
        let [a, b, c] = corners.map(|corner| corner.pos);
        let area = turn(a, b, c);
        if area == 0.0 {
            return;
        }
        let sign = area.signum();
        // an edge that two triangles share belongs to one of them
        let owns = |from: Pos2, to: Pos2| {
            let along = (to - from) * sign;
            along.y < 0.0 || (along.y == 0.0 && along.x > 0.0)
        };
        let owned = [owns(b, c), owns(c, a), owns(a, b)];
        let (low, high) = (a.min(b).min(c), a.max(b).max(c));
        let columns = (low.x.floor().max(0.0) as usize).max(clip[0])
            ..(high.x.ceil().max(0.0) as usize).min(clip[2]);
        let rows = (low.y.floor().max(0.0) as usize).max(clip[1])
            ..(high.y.ceil().max(0.0) as usize).min(clip[3]);
        for y in rows {
            for x in columns.clone() {
                let at = pos2(x as f32 + 0.5, y as f32 + 0.5);
                let weights =
                    [turn(b, c, at), turn(c, a, at), turn(a, b, at)].map(|part| part * sign);
                if weights
                    .iter()
                    .zip(owned)
                    .any(|(part, owned)| *part < 0.0 || (*part == 0.0 && !owned))
                {
                    continue;
                }
                let weights = weights.map(|part| part / area.abs());
                let mix = |of: &dyn Fn(&Vertex) -> f32| {
                    corners
                        .iter()
                        .zip(weights)
                        .map(|(corner, part)| of(corner) * part)
                        .sum::<f32>()
                };
                let texel = sample(
                    texture,
                    mix(&|corner| corner.uv.x),
                    mix(&|corner| corner.uv.y),
                );
                let source: [f32; 4] = [0, 1, 2, 3]
                    .map(|part| mix(&|corner| f32::from(corner.color[part])) * texel[part] / 255.0);
                let pixel = &mut self.pixels[y * self.width + x];
                for (to, from) in pixel.iter_mut().zip(source) {
                    *to = from + *to * (1.0 - source[3] / 255.0);
                }
            }
        }
    }
}

/// The colour at a place of a texture, between its four neighbours.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let at = |dx: f32, dy: f32| {
        let x = (left + dx).clamp(0.0, width as f32 - 1.0) as usize;
        let y = (top + dy).clamp(0.0, height as f32 - 1.0) as usize;
        texture.pixels[y * width + x]
    };
    let (across, down) = (x - left, y - top);
    let (nw, ne, sw, se) = (at(0.0, 0.0), at(1.0, 0.0), at(0.0, 1.0), at(1.0, 1.0));
    [0, 1, 2, 3].map(|part| {
        let mix = |a: u8, b: u8| f32::from(a) * (1.0 - across) + f32::from(b) * across;
        mix(nw[part], ne[part]) * (1.0 - down) + mix(sw[part], se[part]) * down
    })
}
