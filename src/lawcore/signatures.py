"""Who has not signed yet what a village decided: its head, the head of the Front board, household representatives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signed. `same_person`: one person is both heads; `front_member`: another member of the Front board signed."""

    village_head: bool
    front_head: bool
    representatives: int
    same_person: bool
    front_member: bool

    def lacking(self, *, representatives: int, second_member: bool) -> tuple[str, ...]:
        """Whose signatures are missing, in Vietnamese. `second_member`: for one person in both posts another signs."""
        lacking = [who for who, has_signed in self._heads() if not has_signed]
        if self.representatives < representatives:
            lacking.append(f"{representatives - self.representatives} đại diện hộ gia đình")
        if second_member and self._needs_second():
            lacking.append("một thành viên khác của Ban công tác Mặt trận")
        return tuple(lacking)

    def rests_on_reading(self, *, representatives: int) -> bool:
        """Whether only the open question of one person in both posts decides."""
        return self._needs_second() and not self.lacking(representatives=representatives, second_member=False)

    def _heads(self) -> tuple[tuple[str, bool], ...]:
        if self.same_person:
            return (("Trưởng thôn kiêm Trưởng ban công tác Mặt trận", self.village_head or self.front_head),)
        return (("Trưởng thôn", self.village_head), ("Trưởng ban công tác Mặt trận", self.front_head))

    def _needs_second(self) -> bool:
        return self.same_person and not self.front_member
