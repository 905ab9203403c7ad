//! The prose of Markdown.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{Prose, WrongComment, html};

/// Reads a whole file.
pub(super) fn read(prose: &mut Prose<'_>) -> Result<(), WrongComment> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_GFM;
    let mut html = html::Reader::default();
    // How many elements are open, from one on whose content is no prose.
    let mut skipped = 0_usize;
    for (event, place) in Parser::new_ext(prose.source(), options).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if is_block(tag.to_end()) {
                    prose.end_block();
                }
                if skipped > 0 || is_skipped(&tag) {
                    skipped += 1;
                } else if let Tag::BlockQuote(_) = tag {
                    prose.set_quoted(true);
                } else if tag == Tag::HtmlBlock {
                    // The whole block at once: it may hold elements of several lines.
                    html.read(prose, place)?;
                }
            }
            Event::End(tag) => {
                if skipped > 0 {
                    skipped -= 1;
                } else if let TagEnd::BlockQuote(_) = tag {
                    prose.set_quoted(false);
                }
                if is_block(tag) {
                    prose.end_block();
                }
            }
            Event::InlineHtml(_) => html.read(prose, place)?,
            Event::Rule => prose.end_block(),
            _ if skipped > 0 || !html.is_prose() => {}
            Event::Text(words) => prose.add(&words, place),
            Event::Code(_) => prose.add_code(place),
            Event::SoftBreak => prose.add_space(place),
            Event::HardBreak => prose.add("\n", place),
            _ => {}
        }
    }
    Ok(())
}

/// Whether an element begins and ends a paragraph.
fn is_block(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// Whether the content of an element is no prose: code, fields before the text, what stands for a picture, addresses.
fn is_skipped(tag: &Tag<'_>) -> bool {
    match tag {
        Tag::CodeBlock(_) | Tag::MetadataBlock(_) | Tag::Image { .. } => true,
        Tag::Link { link_type, .. } => matches!(link_type, LinkType::Autolink | LinkType::Email),
        _ => false,
    }
}
