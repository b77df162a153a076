package io.firth.staff;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A role as the database has it. */
@Converter(autoApply = true)
public class RoleColumn implements AttributeConverter<Role, String> {

    @Override
    public String convertToDatabaseColumn(Role role) {
        return role.word();
    }

    @Override
    public Role convertToEntityAttribute(String word) {
        return Role.ofWord(word);
    }
}
