//! Finds the few patterns that can fit a line: a tree over the literal text that they begin with.
//!
//! Patterns that begin with a field (a queue id, a program's own name) are kept by the shape of that
//! field and by the literal text after it.

use super::template::Mode;
use memchr::memchr;

/// A tree of literal beginnings. An entry sits at the node where its leading literal ends.
#[derive(Debug, Default)]
pub(super) struct Switch {
    root: Node,
}

#[derive(Debug, Default)]
struct Node {
    label: Vec<u8>,
    /// The first byte of every child's label.
    firsts: Vec<u8>,
    children: Vec<Node>,
    /// Entries, best first.
    entries: Vec<u16>,
}

impl Switch {
    /// Adds an entry under its leading literal. Entries are added best first.
    pub(super) fn add(&mut self, literal: &[u8], entry: u16) {
        let mut node = &mut self.root;
        let mut rest = literal;
        while let Some(&first) = rest.first() {
            let at = memchr(first, &node.firsts).unwrap_or_else(|| {
                node.firsts.push(first);
                node.children.push(Node { label: rest.to_vec(), ..Node::default() });
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
        node.entries.push(entry);
    }

    /// Offers every entry whose literal the input begins with, the longest literal first, until one is
    /// taken.
    pub(super) fn find<T>(
        &self,
        mode: Mode,
        input: &[u8],
        take: &mut impl FnMut(u16) -> Option<T>,
    ) -> Option<T> {
        self.root.find(mode, input, take)
    }
}

impl Node {
    fn split(&mut self, at: usize) {
        let rest = self.label.split_off(at);
        let child = Node {
            firsts: std::mem::replace(&mut self.firsts, vec![rest[0]]),
            label: rest,
            children: std::mem::take(&mut self.children),
            entries: std::mem::take(&mut self.entries),
        };
        self.children.push(child);
    }

    fn find<T>(&self, mode: Mode, input: &[u8], take: &mut impl FnMut(u16) -> Option<T>) -> Option<T> {
        if let Some(&first) = input.first() {
            let child = self.child(input, first, mode).or_else(|| match mode {
                Mode::Plain => None,
                Mode::Result | Mode::Caseless => self.child(input, mode.fold(first), mode),
            });
            if let Some(child) = child
                && let Some(taken) = child.find(mode, &input[child.label.len()..], take)
            {
                return Some(taken);
            }
        }
        self.entries.iter().find_map(|&entry| take(entry))
    }

    fn child(&self, input: &[u8], first: u8, mode: Mode) -> Option<&Node> {
        // Most nodes have few children, which costs less than a call.
        const FEW: usize = 8;
        let at = match &*self.firsts {
            few if few.len() <= FEW => few.iter().position(|&byte| byte == first),
            many => memchr(first, many),
        };
        let child = &self.children[at?];
        mode.starts(input, &child.label).then_some(child)
    }
}
