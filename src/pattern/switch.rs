//! Finds the few patterns that can fit a line: a tree over what they begin with.
//!
//! A beginning is literal text and, between its parts, fields that end without a look at what follows (a
//! number, a queue id). Patterns that begin alike share their beginning, so a line's is read once for all
//! of them, and each goes on behind it.

use super::template::{Capture, Captures, Mode, reach};
use crate::format::Shape;
use crate::text::Span;
use memchr::memchr;

/// A part of a beginning.
#[derive(Debug)]
pub(super) enum Step {
    /// Text; in small letters where case does not matter.
    Literal(Vec<u8>),
    Field(Shape),
}

/// A pattern at the end of its beginning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    pub entry: u16,
    /// How many optional parts at its front are left out.
    pub without: u8,
    /// True when the beginning is that of the optional part which comes next.
    pub inside: bool,
    /// How many pieces the beginning has read.
    pub read: u8,
}

impl Way {
    /// To a pattern of whose pieces none was read.
    pub(super) fn to(entry: u16) -> Way {
        Way { entry, without: 0, inside: false, read: 0 }
    }
}

/// A tree of beginnings. A pattern sits at the node where its own ends.
#[derive(Debug, Default)]
pub(super) struct Switch {
    root: Node,
    /// Patterns without a beginning; best first.
    others: Vec<Way>,
}

#[derive(Debug, Default)]
struct Node {
    /// The best pattern in it.
    best: u16,
    /// True behind what a beginning begins with: literal text, or a field and literal text.
    past: bool,
    label: Vec<u8>,
    /// The first byte of every child's label.
    firsts: Vec<u8>,
    children: Vec<Node>,
    /// Those that go on with a field of one shape; best first.
    fields: Vec<(Shape, Node)>,
    /// Best first.
    ways: Vec<Way>,
}

impl Switch {
    /// Adds a pattern under its beginning. Patterns are added best first.
    pub(super) fn add(&mut self, beginning: &[Step], way: Way) {
        let end = beginning.iter().fold(&mut self.root, |node, step| match step {
            Step::Literal(bytes) => node.below(bytes, way.entry),
            Step::Field(shape) => node.behind(*shape, way.entry),
        });
        if beginning.is_empty() {
            self.others.push(way);
        } else {
            end.ways.push(way);
        }
    }

    /// Offers every pattern that begins as the input does, the longest literal first, until one is taken.
    /// It is offered with the place where its beginning ends and the captures of the fields in it, which
    /// are not yet named.
    pub(super) fn find<T>(
        &self,
        mode: Mode,
        input: &[u8],
        captures: &mut Captures,
        take: &mut impl FnMut(Way, usize, &mut Captures) -> Option<T>,
    ) -> Option<T> {
        captures.clear();
        let found = self.root.find(mode, input, 0, captures, take);
        found.or_else(|| {
            self.others.iter().find_map(|way| {
                captures.clear();
                take(*way, 0, captures)
            })
        })
    }
}

impl Node {
    /// The node behind this text.
    fn below(&mut self, mut rest: &[u8], best: u16) -> &mut Node {
        let mut node = self;
        while let Some(&first) = rest.first() {
            let at = memchr(first, &node.firsts).unwrap_or_else(|| {
                let label = rest.to_vec();
                node.firsts.push(first);
                node.children.push(Node { best, past: node.past, label, ..Node::default() });
                node.children.len() - 1
            });
            let child = &mut node.children[at];
            let common = child.label.iter().zip(rest).take_while(|(a, b)| a == b).count();
            if common < child.label.len() {
                child.split(common);
            }
            node = child;
            rest = &rest[common..];
        }
        node
    }

    /// The node behind a field of this shape.
    fn behind(&mut self, shape: Shape, best: u16) -> &mut Node {
        let at = self.fields.iter().position(|field| field.0 == shape).unwrap_or_else(|| {
            let past = self.past || !self.label.is_empty();
            self.fields.push((shape, Node { best, past, ..Node::default() }));
            self.fields.len() - 1
        });
        &mut self.fields[at].1
    }

    fn split(&mut self, at: usize) {
        let label = self.label.split_off(at);
        let first = label[0];
        let whole = std::mem::take(self);
        (self.label, self.best, self.past) = (whole.label, whole.best, whole.past);
        self.firsts.push(first);
        self.children.push(Node { label, ..whole });
    }

    fn find<T>(
        &self,
        mode: Mode,
        input: &[u8],
        at: usize,
        captures: &mut Captures,
        take: &mut impl FnMut(Way, usize, &mut Captures) -> Option<T>,
    ) -> Option<T> {
        let rest = &input[at..];
        // The space at the end of a text is not there in a line that was trimmed.
        let first = rest.first().copied().unwrap_or(b' ');
        let mut child = self.child(rest, first, mode).or_else(|| match mode {
            Mode::Plain => None,
            Mode::Result | Mode::Caseless => self.child(rest, mode.fold(first), mode),
        });
        if self.fields.is_empty() && self.ways.is_empty() {
            let (node, length) = child?;
            return node.find(mode, input, at + length, captures, take);
        }
        let (mut fields, mut ways) = (self.fields.iter().peekable(), self.ways.iter().peekable());
        let kept = captures.len();
        loop {
            // More literal text goes before all else at first, then only where it leads to a better pattern.
            let by_child = child.map_or(u16::MAX, |(node, _)| if self.past { node.best } else { 0 });
            let by_field = fields.peek().map_or(u16::MAX, |(_, node)| node.best);
            let by_way = ways.peek().map_or(u16::MAX, |way| way.entry);
            let best = by_child.min(by_field).min(by_way);
            let taken = if best == u16::MAX {
                return None;
            } else if best == by_child {
                child.take().and_then(|(node, length)| node.find(mode, input, at + length, captures, take))
            } else if best == by_field {
                fields.next().and_then(|(shape, node)| {
                    let (least, most) = reach(*shape, rest);
                    if most < least {
                        return None;
                    }
                    captures.push(Capture { field: 0, at: Span::new(at, at + most) });
                    node.find(mode, input, at + most, captures, take)
                })
            } else {
                ways.next().and_then(|way| take(*way, at, captures))
            };
            if taken.is_some() {
                return taken;
            }
            captures.truncate(kept);
        }
    }

    /// The child that the input goes on with, and how much of it that is.
    #[inline]
    fn child(&self, input: &[u8], first: u8, mode: Mode) -> Option<(&Node, usize)> {
        // Most nodes have two or three children: a call costs more than a look.
        let at = if self.firsts.len() > 8 {
            memchr(first, &self.firsts)
        } else {
            self.firsts.iter().position(|&known| known == first)
        };
        let child = &self.children[at?];
        match child.label.as_slice() {
            [_] if !input.is_empty() => Some((child, 1)),
            label => mode.literal(input, label).map(|length| (child, length)),
        }
    }
}
